//! `[[claims]]`: statements about the figures.

use crate::claims::language;
use crate::domain::{Dataset, Qualifier, Statement};

use super::toml::{Toml, quoted};

/// Writes one statement.
pub(super) fn write(toml: &mut Toml, dataset: &Dataset, statement: &Statement) {
    toml.table("[[claims]]");
    toml.raw("id", &quoted(&statement.id));
    toml.text("said", &statement.said.to_string());
    toml.languages("speaker", &statement.speaker);
    toml.languages("statement", &statement.text);
    if statement.qualifier != Qualifier::default() {
        toml.text("qualifier", statement.qualifier.code());
    }
    if let Some(stated) = &statement.stated {
        toml.text("stated", &stated.printed);
        toml.raw("unit", &quoted(&stated.unit_text));
    }
    let expressions = [("indicator", &statement.indicator), ("arithmetic", &statement.arithmetic)];
    for (key, expression) in expressions {
        toml.text(key, &expression.as_ref().map_or_else(String::new, |it| language::write(it, dataset)));
    }
    toml.text("period", &statement.period.map_or_else(String::new, |period| period.to_string()));
    if !statement.period_stated {
        toml.raw("period_stated", "false");
    }
    toml.languages("basis", &statement.basis);
    toml.languages("note", &statement.note);
    toml.text("source", statement.source.map_or("", |source| &dataset.source(source).id));
}
