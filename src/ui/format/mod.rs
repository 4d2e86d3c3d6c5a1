//! Figures, numbers and periods as people read them, in the language of the thread. Rounding happens here, once.

mod counts;
mod dates;
mod minus;
mod numbers;
mod units;

pub use counts::{counted, nth_in_a_row, ordinal, ordinal_digits, period_noun, period_word, periods_word, rank};
pub use dates::{date, month_name, month_name_long, period, period_long};
pub use minus::with_minus;
pub use numbers::{NumberStyle, Sign, status_mark, undefined};
