//! `[[claims]]`: statements about the figures.

use crate::claims::language;
use crate::domain::{Dataset, Qualifier, Statement};

use super::toml::{Toml, quoted};

/// Writes one statement.
pub(super) fn write(toml: &mut Toml, dataset: &Dataset, statement: &Statement) {
    let Statement {
        id,
        said,
        speaker,
        text,
        stated,
        qualifier,
        indicator,
        arithmetic,
        period,
        period_stated,
        basis,
        note,
        source,
    } = statement;
    toml.table("[[claims]]");
    toml.raw("id", &quoted(id));
    toml.text("said", &said.to_string());
    toml.languages("speaker", speaker);
    toml.languages("statement", text);
    if *qualifier != Qualifier::default() {
        toml.text("qualifier", qualifier.code());
    }
    if let Some(stated) = stated {
        toml.text("stated", &stated.printed);
        toml.raw("unit", &quoted(&stated.unit_text));
    }
    for (key, expression) in [("indicator", indicator), ("arithmetic", arithmetic)] {
        toml.text(key, &expression.as_ref().map_or_else(String::new, |it| language::write(it, dataset)));
    }
    toml.text("period", &period.map_or_else(String::new, |period| period.to_string()));
    if !period_stated {
        toml.raw("period_stated", "false");
    }
    toml.languages("basis", basis);
    toml.languages("note", note);
    toml.text("source", source.map_or("", |source| &dataset.source(source).id));
}
