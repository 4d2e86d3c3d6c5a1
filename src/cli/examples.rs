//! What each subcommand's help ends with.

pub(super) const COMPLETIONS: &str = "\
Examples:
  tradedeck completions bash > ~/.local/share/bash-completion/completions/tradedeck
  tradedeck completions zsh  > \"${fpath[1]}/_tradedeck\"
  tradedeck completions fish > ~/.config/fish/completions/tradedeck.fish
  tradedeck completions powershell >> $PROFILE";

pub(super) const CONFIG: &str = "\
Examples:
  tradedeck config --path                                       the folder of your own files
  tradedeck config --default > \"$(tradedeck config --path)/config.toml\"
  tradedeck config --check                                      is all in it right?

Exit status: 0 all is right, 2 a file is wrong: one message for each problem on standard error.";

pub(super) const CHECK: &str = "\
Examples:
  tradedeck check                                  the statements that come with the dataset
  tradedeck check --claims said.toml               your own
  tradedeck check --as-of 2023-03-03 --format md   as the figures stood on that day
  tradedeck check --health                         and what does not fit together in the data

Exit status: 0 no claim is off, 1 a claim is `OFF`, 2 bad input or arguments.";

pub(super) const FORMATS: &str = "\
Examples:
  tradedeck formats | grep -i comtrade
  tradedeck FILE --describe                        what a file is, and what would be read of it";

pub(super) const IMPORT: &str = "\
Examples:
  tradedeck import TradeData.csv --out my-country
  tradedeck import totals.xls items.csv --reporter KR --out korea
  tradedeck my-country                             opens what was written";

pub(super) const MAN: &str = "\
Example:
  tradedeck man | man -l -";

pub(super) const PACK: &str = "\
Examples:
  tradedeck pack --out monday                      report, figures, pictures, claims, changes, manifest
  tradedeck pack --out monday                      again, with new figures: changes.md tells what moved
  tradedeck pack --since friday --out monday       changes since another pack
  tradedeck pack my-country --month 2026-07 --theme light --out july

A pack tells no time of its making, unless SOURCE_DATE_EPOCH is set: the same input gives the same bytes.";

pub(super) const REPORT: &str = "\
Examples:
  tradedeck report --month 2026-07                              the month, as text
  tradedeck report --format json | jq '.figures[] | {id, display, status}'
  tradedeck report --format html --as-of 2023-03-03 > march.html
  tradedeck report --format csv --month 2026-01..2026-07 > year.csv
  tradedeck report --panel items --per-day --without semiconductors";

pub(super) const SNAPSHOT: &str = "\
Examples:
  tradedeck snapshot --out now.png                              the screen
  tradedeck snapshot --panel balance --size 80x24 --theme light --out balance.svg
  tradedeck snapshot --zoom 5 --size 160x45 --out items.html";

pub(super) const SAY: &str = "\
Examples:
  tradedeck say
  tradedeck say --as-of 2023-03-03 --month 2023-02
  tradedeck say --lang ko";

pub(super) const THEME: &str = "\
Examples:
  tradedeck theme --check
  tradedeck theme --check light
  tradedeck theme --check mine    themes/mine.toml in your configuration folder

Exit status: 0 good, 1 something cannot be seen or told apart well enough.";
