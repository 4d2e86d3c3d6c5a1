//! The reference tables, row by row: integers and displayed strings exactly, ratios to 1e-9.

use tradedeck::domain::{Calendar, Date, Flow, Frequency, Period, Ratio, SeriesKey, Vintage, Window};
use tradedeck::indicators::concentration::concentration;
use tradedeck::indicators::projection::projection;
use tradedeck::indicators::share::Part;
use tradedeck::indicators::{
    Comparison, Lens, Measured, Projection, Record, RunKind, Span, Standing, Streaks, Undefined, attainment, balance,
    cumulative, growth, record, seasonality,
};

use super::build::{Seen, date, settled, target};
use super::table::{Row, exact, rows};

const ITEMS: [&str; 6] = ["semiconductors", "automobiles", "petroleum_products", "ships", "steel", "other"];

/// The made-up country of `synthetic_monthly.csv`, in thousands of dollars.
struct Synthetic {
    exports: Vintage,
    imports: Vintage,
    balance: Vintage,
    items: Vec<Vintage>,
}

fn synthetic() -> Synthetic {
    let rows = rows("synthetic_monthly");
    let first = rows[0].period("period").unwrap();
    let of = |value: &dyn Fn(&Row) -> i64| settled(first, rows.iter().map(|row| Some(value(row))));
    Synthetic {
        exports: of(&|row| row.int("exports_kusd")),
        imports: of(&|row| row.int("imports_kusd")),
        balance: of(&|row| row.int("exports_kusd") - row.int("imports_kusd")),
        items: ITEMS.iter().map(|item| of(&|row| row.int(&format!("{item}_kusd")))).collect(),
    }
}

/// Korea's: Saturdays count half, Labour Day is off in every year.
fn korea() -> Calendar {
    let holiday = |row: &Row| (row.text("date").parse::<Date>().unwrap(), row.text("name").to_owned());
    Calendar {
        saturday_half_days: 1,
        holidays: rows("kr_holidays").iter().map(holiday).collect(),
        every_year: [(5, 1)].into(),
        ..Calendar::default()
    }
}

#[test]
fn growth_sums_and_shares() {
    let Synthetic { exports, imports, balance, items } = synthetic();
    let calendar = korea();
    for row in rows("ref_growth") {
        let month = row.period("period").unwrap();
        let chips = Part::at(&items[0], &exports, month);
        let seen = Seen::plain(&exports, &calendar);
        let yoy = seen.growth(month);
        row.assert_int("balance_kusd", &Measured::of(balance.reading(month)));
        row.assert_close("cover_ratio_pct", &balance::cover_ratio(&exports, &imports, month));
        row.assert_close("normalised_balance_pct", &balance::normalised(&exports, &imports, month));
        row.assert_close("exports_yoy_pct", &yoy);
        row.assert_display("exports_yoy_display_1dp", &yoy, 1);
        row.assert_close(
            "exports_mom_nsa_pct",
            &seen.through(Lens::default().against(Comparison::PeriodBefore)).growth(month),
        );
        for (column, vintage) in [("ytd_exports", &exports), ("ytd_imports", &imports), ("ytd_balance", &balance)] {
            row.assert_int(column, &cumulative::year_to_date(vintage, month));
        }
        let before = month.year_ago();
        row.assert_close(
            "ytd_exports_yoy_pct",
            &growth::rate(cumulative::year_to_date(&exports, month), cumulative::year_to_date(&exports, before)),
        );
        row.assert_close("daily_avg_exports_kusd", &seen.through(Lens::default().daily()).value(month));
        row.assert_close("daily_avg_yoy_pct", &seen.through(Lens::default().daily()).growth(month));
        // The table has the sum of three months, of which the program shows the mean.
        for (span, months, sum, rate) in [
            (Span::ThreeMonths, 3, "exports_3m_sum", "exports_3m_yoy_pct"),
            (Span::OneYear, 1, "exports_12m_sum", "exports_12m_yoy_pct"),
        ] {
            let over = seen.through(Lens::default().over(span));
            row.assert_int(sum, &over.value(month).with(Measured::exact(Ratio::whole(months)), |a, b| Ok(a.by(b))));
            row.assert_close(rate, &over.growth(month));
        }
        row.assert_int(
            "balance_12m_sum",
            &Seen::plain(&balance, &calendar).through(Lens::default().over(Span::OneYear)).value(month),
        );
        row.assert_close("semis_share_pct", &chips.share());
        row.assert_close("semis_share_change_yoy_pp", &chips.share_change());
        row.assert_int("balance_change_yoy_kusd", &Seen::plain(&balance, &calendar).change(month));
    }
}

#[test]
fn growth_at_the_edges() {
    let (now, before) = (Period::annual(2023), Period::annual(2022));
    for row in rows("ref_growth_edge") {
        let vintage = settled(before, [row.maybe_int("base"), row.maybe_int("current")]);
        let calendar = Calendar::default();
        let seen = Seen::plain(&vintage, &calendar);
        let rate = seen.growth(now);
        row.assert_int("change", &seen.change(now));
        row.assert_close("growth_pct", &rate);
        row.assert_display("display_1dp", &rate, 1);
        row.assert_display("display_2dp", &rate, 2);
        let reason = match row.text("case") {
            "zero_base" => Some(Undefined::NewFromZero),
            "both_zero" => Some(Undefined::ZeroToZero),
            "negative_base" | "negative_both" | "sign_change_surplus_to_deficit" => Some(Undefined::NotMeaningful),
            "missing_current" | "missing_base" => Some(Undefined::Missing),
            _ => None,
        };
        assert_eq!(rate.value.err(), reason, "{row}");
    }
}

#[test]
fn contributions_add_up_to_growth() {
    let Synthetic { exports, items, .. } = synthetic();
    for row in rows("ref_contributions_yoy") {
        let month = row.period("period").unwrap();
        let growth = Seen::plain(&exports, &Calendar::default()).growth(month);
        let mut sum = Ratio::whole(0);
        let mut displayed = Ratio::whole(0);
        for (item, vintage) in ITEMS.iter().zip(&items) {
            let contribution = Part::at(vintage, &exports, month).contribution();
            row.assert_close(&format!("contrib_{item}_pp"), &contribution);
            row.assert_display(&format!("disp_{item}"), &contribution, 2);
            let contribution = contribution.value.unwrap();
            sum = sum.plus(contribution);
            displayed = displayed.plus(Ratio::new(contribution.rounded(2), 100).unwrap());
        }
        assert_eq!(Ok(sum), growth.value, "{row}: contributions are exact, and so is their sum");
        row.assert_close("sum_pp", &Measured::exact(sum));
        row.assert_close("exports_yoy_pct", &growth);
        row.assert_display("disp_yoy", &growth, 2);
        row.assert_close("yoy_ex_semis_pct", &Part::at(&items[0], &exports, month).rest_growth());
        let residual = displayed.minus(Ratio::new(growth.value.unwrap().rounded(2), 100).unwrap());
        assert_eq!(residual, exact(row.text("display_rounding_residual_pp")), "{row}: display_rounding_residual_pp");
    }
}

#[test]
fn streaks_month_by_month() {
    let Synthetic { exports, balance, .. } = synthetic();
    for row in rows("ref_streaks") {
        let month = row.period("period").unwrap();
        let streaks = Streaks::find(&balance, &exports, month);
        let holds = |column| row.given(column).map(|text| text == "True");
        for (kind, held, prefix) in
            [(RunKind::Deficit, "is_deficit", "deficit"), (RunKind::ExportDecline, "is_yoy_decline", "decline")]
        {
            let run = streaks.current(kind);
            assert_eq!(run.is_some(), holds(held) == Some(true), "{row}: {held}");
            assert_eq!(
                run.map_or(0, |run| i64::from(run.length)),
                row.int(&format!("{prefix}_streak")),
                "{row}: {prefix}"
            );
            assert_eq!(run.map(|run| run.start), row.period(&format!("{prefix}_since")), "{row}: {prefix}");
            let status = match (run, holds(held)) {
                (Some(run), _) if run.exact => "exact",
                (Some(_), _) => "at_least",
                (None, Some(_)) => "exact",
                (None, None) => "unknown",
            };
            assert_eq!(status, row.text(&format!("{prefix}_status")), "{row}: {prefix}");
            let longest = streaks.longest(kind);
            let length = longest.map_or(0, |run| i64::from(run.length));
            assert_eq!(length, row.int(&format!("longest_{prefix}_so_far")), "{row}: {prefix}");
            assert_eq!(longest.map(|run| run.start), row.period(&format!("longest_{prefix}_start")), "{row}: {prefix}");
        }
    }
}

#[test]
fn streaks_at_the_edges() {
    let first = Period::month(2020, 1);
    for row in rows("ref_streaks_edge") {
        let values: Vec<Option<i64>> = row.text("balances").split('|').map(|text| text.parse().ok()).collect();
        let last = first.plus(values.len() as i32 - 1);
        let balance = settled(first, values);
        let streaks = Streaks::find(&balance, &Vintage::default(), last);
        let current = streaks.current(RunKind::Deficit);
        let status = match (current, balance.value(last)) {
            (Some(run), _) if !run.exact => "at_least",
            (None, None) => "unknown",
            _ => "exact",
        };
        let index_of = |period: Period| i64::from(period.since(first));
        assert_eq!(current.map_or(0, |run| i64::from(run.length)), row.int("current"), "{row}");
        assert_eq!(status, row.text("status"), "{row}");
        assert_eq!(current.map(|run| index_of(run.start)), row.maybe_int("start_index"), "{row}");
        let longest = streaks.longest(RunKind::Deficit);
        assert_eq!(longest.map_or(0, |run| i64::from(run.length)), row.int("longest"), "{row}");
        assert_eq!(longest.map(|run| index_of(run.start)), row.maybe_int("longest_start_index"), "{row}");
    }
}

/// `record`, or the period since which there was nothing like it.
fn standing_text(standing: Standing) -> String {
    match standing {
        Standing::Since { period, .. } => period.to_string(),
        Standing::Record { .. } => "record".into(),
    }
}

#[test]
fn records_month_by_month() {
    let Synthetic { exports, balance, .. } = synthetic();
    let first = exports.first().unwrap();
    let calendar = Calendar::default();
    let growth_of =
        |month| Seen::plain(&exports, &calendar).growth(month).value.ok().map(|rate| rate.rounded(9) as i64);
    let growth = settled(first.plus(12), Period::span(first.plus(12), exports.last().unwrap()).map(growth_of));
    for row in rows("ref_records") {
        let month = row.period("period").unwrap();
        let Record { rank, rank_same_month, count_same_month, highest, .. } = record::record(&exports, month).unwrap();
        assert_eq!(i64::from(rank), row.int("rank_all_time_so_far"), "{row}");
        assert_eq!(i64::from(rank_same_month), row.int("rank_same_calendar_month"), "{row}");
        assert_eq!(i64::from(count_same_month), row.int("n_same_month"), "{row}");
        let lowest = record::record(&balance, month).unwrap().lowest;
        let sides = [
            (highest, "exports_high", "exports_largest_since", "months_since"),
            (lowest, "balance_low", "balance_lowest_since", "months_since_low"),
        ];
        for (standing, kind, since, months) in sides {
            let expected = if row.text(kind) == "record" { "record" } else { row.text(since) };
            assert_eq!(standing_text(standing), expected, "{row}: {kind}");
            let steps = match standing {
                Standing::Since { period, .. } => Some(i64::from(month.since(period))),
                Standing::Record { .. } => None,
            };
            assert_eq!(steps, row.maybe_int(months), "{row}: {months}");
        }
        if let Some(expected) = row.given("yoy_lowest_since") {
            assert_eq!(standing_text(record::record(&growth, month).unwrap().lowest), expected, "{row}");
        }
        let streaks = Streaks::find(&balance, &exports, month);
        let declines: Vec<Period> =
            streaks.of(RunKind::ExportDecline).flat_map(|run| Period::span(run.start, run.end)).collect();
        let since_decline = match declines.as_slice() {
            [.., previous, last] if *last == month => Some(i64::from(month.since(*previous))),
            _ => None,
        };
        assert_eq!(since_decline, row.maybe_int("months_since_previous_decline"), "{row}");
    }
}

#[test]
fn target_pace() {
    let exports = synthetic().exports;
    let calendar = korea();
    for row in rows("ref_target_pace") {
        let month = Period::month(row.int("year") as i32, row.int("after_month") as u32);
        let goal = target(SeriesKey::total(Flow::Export), month.year(), row.int("target"), date(month.year(), 1, 1));
        let found = attainment(&goal, &exports, &calendar, month);
        row.assert_int("ytd", &found.done);
        row.assert_close("ytd_share_of_target_pct", &found.achieved);
        row.assert_close("profile_share_pct_mean3y", &found.profile);
        row.assert_near("target_path_ytd", &found.pace, 1e-9);
        row.assert_near("gap_vs_path", &found.gap, 1e-6);
        row.assert_int("remaining_needed", &found.remaining);
        row.assert_close("required_growth_remaining_pct", &found.needed_growth);
        row.assert_close("required_monthly_avg", &found.needed_per_period);
        row.assert_close("required_daily_avg", &found.needed_per_day);
        let ytd = |month| cumulative::year_to_date(&exports, month);
        row.assert_close("ytd_yoy_pct", &growth::rate(ytd(month), ytd(month.year_ago())));
        row.assert_int("actual_annual", &cumulative::annual(&exports, month));
        assert_eq!(found.profile_years, [1, 2, 3].map(|back| month.year() - back), "{row}");
        projected(&row, &projection(row.int("target"), &exports, &calendar, month).unwrap());

        let end = attainment(&goal, &exports, &calendar, month.last_of_year());
        let met = end.remaining.value.unwrap().signum() <= 0;
        assert_eq!(met, row.text("met") == "True", "{row}");
        assert_eq!(end.profile.value, Ok(Ratio::whole(100)), "{row}: all of the year is done in December");
        assert_eq!(end.gap.value, end.remaining.value.map(|left| Ratio::whole(0).minus(left)), "{row}");
        assert_eq!(end.days_left, Some(Ratio::whole(0)), "{row}");
        for undefined in [end.needed_per_period, end.needed_per_day, end.needed_growth] {
            assert_eq!(undefined.value, Err(Undefined::NotMeaningful), "{row}: nothing is left of the year");
        }
    }
}

/// The projection of a row of the pace table, and how the same did in the years before.
fn projected(row: &Row, found: &Projection) {
    row.assert_near("projected_annual", &found.year, 1e-8);
    assert_eq!(found.tested.len() as i64, row.int("n_years"), "{row}");
    let (low, high) = found.interval.unwrap();
    for (end, column) in [(low, "pi80_low"), (high, "pi80_high")] {
        let expected = row.float(column).unwrap();
        assert!((end as f64 / expected - 1.0).abs() < 1e-7, "{row}: {column} is {end}");
    }
    let chance = found.chance.unwrap_or(1.0);
    assert!((chance - row.float("p_meet").unwrap()).abs() < 1e-7, "{row}: {chance}");
    let mut errors = Vec::new();
    for tested in rows("ref_projection_backtest") {
        if tested.int("after_month") == row.int("after_month") && tested.int("year") < row.int("year") {
            errors.push(tested.float("error_pct").unwrap());
        }
    }
    let mean = errors.iter().map(|error| error.abs()).sum::<f64>() / errors.len() as f64;
    assert!((found.mean_error.approximate() - mean).abs() < 1e-5, "{row}: {mean} is not {:?}", found.mean_error);
    let least = errors.iter().copied().fold(f64::MAX, f64::min);
    assert!((found.errors.0.approximate() - least).abs() < 1e-5, "{row}");
}

#[test]
fn compound_annual_rates() {
    let exports = synthetic().exports;
    let total = |year| cumulative::annual(&exports, Period::month(year, 1)).value.unwrap();
    for row in rows("ref_concentration_cagr") {
        let year = row.int("year") as i32;
        assert_eq!(total(year), Ratio::whole(i128::from(row.int("annual_exports"))), "{row}");
        let rate = growth::compound_annual_rate(total(2015), total(year), year - 2015);
        match (rate, row.float("cagr_from_2015_pct")) {
            (Some(found), Some(expected)) => assert!((found - expected).abs() <= 1e-9, "{row}: {found}"),
            (found, expected) => assert_eq!(found, expected, "{row}"),
        }
    }
    let (zero, one) = (Ratio::whole(0), Ratio::whole(1));
    assert_eq!(growth::compound_annual_rate(zero, one, 1), None);
    assert_eq!(growth::compound_annual_rate(one, zero, 1), None);
    assert_eq!(growth::compound_annual_rate(Ratio::whole(-1), Ratio::whole(-2), 1), None);
}

/// The named items of the made-up country; what is left of the total is nobody's.
#[test]
fn concentration_is_a_range_where_a_rest_is_unnamed() {
    let Synthetic { exports, items, .. } = synthetic();
    let whole = |vintage: &Vintage, year| cumulative::annual(vintage, Period::month(year, 1)).value.unwrap();
    for row in rows("ref_concentration_cagr") {
        let year = row.int("year") as i32;
        let named: Vec<Ratio> = items[..5].iter().map(|item| whole(item, year)).collect();
        let found = concentration(&named, whole(&exports, year)).unwrap();
        row.assert_close("hhi_low_other_atomistic", &Measured::exact(found.low));
        row.assert_close("hhi_high_other_capped_at_smallest_named", &Measured::exact(found.high));
        let mut order: Vec<usize> = (0..5).collect();
        order.sort_by_key(|item| std::cmp::Reverse(named[*item]));
        let names: Vec<&str> = order.into_iter().map(|item| ITEMS[item]).collect();
        assert_eq!(row.text("rank_order_named").split('>').collect::<Vec<_>>(), names, "{row}");
        let three = names[..3].iter().map(|name| named[ITEMS.iter().position(|item| item == name).unwrap()]);
        let three = three.fold(Ratio::whole(0), Ratio::plus).times(100).over(whole(&exports, year)).unwrap();
        assert!((found.top_three.approximate() - three.approximate()).abs() < 1e-9, "{row}");
    }
}

#[test]
fn shares_of_the_year_by_month() {
    let exports = synthetic().exports;
    let found = seasonality::month_shares(&exports, exports.last().unwrap());
    let rows = rows("ref_seasonal_month_shares");
    assert_eq!(found.len(), rows.len());
    for (row, share) in rows.iter().zip(found) {
        assert_eq!(i64::from(share.index), row.int("month"));
        row.assert_close("mean_share_pct", &Measured::exact(share.mean));
        row.assert_close("min", &Measured::exact(share.least));
        row.assert_close("max", &Measured::exact(share.greatest));
        assert_eq!(i64::from(share.peaks), row.int("years_as_peak"), "{row}");
        assert_eq!(i64::from(share.troughs), row.int("years_as_trough"), "{row}");
    }
}

#[test]
fn working_days_by_the_rule() {
    let calendar = korea();
    let rows = rows("workdays_kr");
    assert_eq!(rows.len(), 144);
    for row in &rows {
        let month = Period::month(row.int("year") as i32, row.int("month") as u32);
        for (column, window) in [("wd_1_10", Window::First10), ("wd_1_20", Window::First20), ("wd_full", Window::Whole)]
        {
            let days = calendar.computed(month, window).map(|count| count.days());
            assert_eq!(days, Some(exact(row.text(column))), "{row}: {column}");
        }
    }
    // Quarters and years are the sums of their months.
    for year in 2015..=2026 {
        let whole = |period| calendar.computed(period, Window::Whole).unwrap().half_days;
        let months: Vec<u32> = (1..=12).map(|month| whole(Period::month(year, month))).collect();
        let quarters: Vec<u32> = (1..=4).map(|quarter| whole(Period::quarter(year, quarter))).collect();
        assert_eq!(quarters, months.chunks(3).map(|three| three.iter().sum()).collect::<Vec<u32>>());
        assert_eq!(whole(Period::annual(year)), months.iter().sum::<u32>());
        assert_eq!(calendar.computed(Period::quarter(year, 1), Window::First10), None);
    }
    for year in [2014, 2027] {
        assert_eq!(calendar.computed(Period::month(year, 6), Window::Whole), None, "no holidays are known of {year}");
    }
}

#[test]
fn working_days_of_the_synthetic_country() {
    let calendar = korea();
    for row in rows("synthetic_monthly") {
        let month = row.period("period").unwrap();
        assert_eq!(month.frequency(), Frequency::Monthly);
        row.assert_close("wd_full", &Lens::default().days(&calendar, month));
    }
}

#[test]
fn working_days_as_published() {
    let calendar = korea();
    let rows = rows("workdays_published_check");
    let agrees = |row: &&Row| {
        let month = Period::month(row.int("year") as i32, row.int("month") as u32);
        let window = match row.text("window") {
            "full" => Window::Whole,
            other => Window::parse(other).unwrap(),
        };
        calendar.computed(month, window).map(|count| count.days()) == Some(exact(row.text("published")))
    };
    assert_eq!((rows.iter().filter(agrees).count(), rows.len()), (68, 68));
}
