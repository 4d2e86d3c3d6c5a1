//! Sheets of several tables: none is lost without a word.

use std::borrow::Cow;

use tradedeck::domain::Flow::{Export, Import};
use tradedeck::domain::{Flow, ItemId, PartnerId, Problem, SeriesKey, Window};
use tradedeck::import::{self, Choices, Files};

use super::amount;
use super::doubts::{Text, page, total};

fn of(text: &'static str, flow: Flow, period: &str) -> Option<i64> {
    total(text, &Choices::default(), flow, period).unwrap_or_else(|told| panic!("{told}"))
}

/// A value in millions of a partner by its name.
fn with(text: &'static str, flow: Flow, partner: &str, period: &str) -> Option<i64> {
    let dataset = import::load_all(&Text(text), &["file.csv"], &Choices::default());
    let dataset = dataset.unwrap_or_else(|problems| panic!("{problems:?}"));
    let at = dataset.partners.iter().position(|other| other.id == partner)?;
    let partner = PartnerId(at as u16);
    amount(&dataset, SeriesKey { flow, item: ItemId::TOTAL, partner, window: Window::Whole }, period)
        .map(|value| value / 1_000_000)
}

fn says(text: &'static str, said: &str) {
    let page = page(text, &Choices::default());
    assert!(page.contains(said), "{page}");
}

const YEARS_ABOVE_MONTHS: &str = "Trade by year (USD million)\nYear,Exports,Imports\n2022,1100,950\n2023,1200,1000\n\n\
    Trade by month\nMonth,Exports,Imports\n2023-01,100,90\n2023-02,101,91\n2023-03,102,92\n";

#[test]
fn the_finer_of_two_tables_is_shown_and_what_is_left_out_is_said() {
    assert_eq!(of(YEARS_ABOVE_MONTHS, Export, "2023-02"), Some(101_000_000), "in the unit of the table above");
    says(YEARS_ABOVE_MONTHS, "2 tables are read, with their headers in lines 2, 7");
    says(YEARS_ABOVE_MONTHS, "4 annual values are left out: the monthly ones are shown");
}

#[test]
fn a_table_below_that_is_of_the_same_period_is_read_with_the_flow_of_its_title() {
    let text = "Table 1. Trade (USD million)\nMonth,Exports,Imports\n2023-01,10,20\n2023-02,11,21\n\n\
        Table 2. Exports by country\nMonth,China,Japan\n2023-01,5,4\n2023-02,5,3\n";
    assert_eq!(of(text, Import, "2023-02"), Some(21_000_000));
    assert_eq!(with(text, Export, "Japan", "2023-02"), Some(3));
}

const FLOWS_BELOW: &str = "Exports (USD million)\nMonth,China,Japan,Total\n2023-01,10,20,100\n2023-02,11,21,101\n\n\
    Imports\nMonth,China,Japan,Total\n2023-01,15,25,90\n2023-02,16,26,91\n";

#[test]
fn a_table_for_each_flow() {
    assert_eq!(of(FLOWS_BELOW, Import, "2023-01"), Some(90_000_000));
    assert_eq!(with(FLOWS_BELOW, Export, "Japan", "2023-01"), Some(20));
    assert_eq!(with(FLOWS_BELOW, Import, "Japan", "2023-01"), Some(25));
    says(FLOWS_BELOW, "columns whose heading names no flow hold import values, as a line above the table says");
    let wide = "Exports (USD million)\nCountry,2021,2022,2023\nChina,10,11,12\nTotal,100,101,102\n\n\
        Imports (USD million)\nCountry,2021,2022,2023\nChina,15,16,17\nTotal,90,91,92\n";
    assert_eq!(of(wide, Export, "2022"), Some(101_000_000));
    assert_eq!(with(wide, Import, "China", "2023"), Some(17), "not 2021, 2022 and 2023 dollars");
}

#[test]
fn a_table_for_each_flow_without_a_line_between() {
    let text = "Exports (USD million)\nMonth,Value\n2023-01,10\n2023-02,11\n\
        Imports (USD million)\nMonth,Value\n2023-01,15\n2023-02,16\n";
    assert_eq!((of(text, Export, "2023-02"), of(text, Import, "2023-02")), (Some(11_000_000), Some(16_000_000)));
}

#[test]
fn a_header_that_is_printed_on_every_page() {
    let text = "Exports (USD million)\nMonth,Value\n2023-01,10\n2023-02,11\nPage 2\nMonth,Value\n2023-03,12\n\
        Month,Value\n2023-04,13\n2023-05,14\n";
    let values = ["2023-02", "2023-03", "2023-05"].map(|period| of(text, Export, period));
    assert_eq!(values, [Some(11_000_000), Some(12_000_000), Some(14_000_000)]);
}

#[test]
fn tables_side_by_side() {
    let text = "Year,Exports (USD mn),,Month,Exports (USD mn)\n2022,1100,,2023-01,100\n2023,1200,,2023-02,101\n,,,2023-03,102\n";
    assert_eq!(of(text, Export, "2023-03"), Some(102_000_000));
    says(text, "2 annual values are left out");
    // The periods of one are not those of the other.
    let text = "Month,Exports (USD mn),,Month,Imports (USD mn)\n2023-01,100,,2023-02,91\n2023-02,101,,2023-03,92\n2023-03,102,,,\n";
    assert_eq!((of(text, Export, "2023-03"), of(text, Import, "2023-02")), (Some(102_000_000), Some(91_000_000)));
    // One title above both.
    let text = "Exports (USD mn),,,,\nYear,Value,,Month,Value\n2022,1100,,2023-01,100\n2023,1200,,2023-02,101\n";
    assert_eq!(of(text, Export, "2023-02"), Some(101_000_000));
    // One table that was folded.
    let text = "Exports (USD million),,,\nMonth,Value,Month,Value\n2023-01,10,2023-03,12\n2023-02,11,2023-04,13\n";
    assert_eq!((of(text, Export, "2023-02"), of(text, Export, "2023-04")), (Some(11_000_000), Some(13_000_000)));
}

#[test]
fn a_month_without_a_value_is_no_end_of_the_table() {
    let text = "Month,Exports (USD mn)\n2023-01,100\n2023-02,101\n2023-03,\n2023-04,103\n2023-05,104\n";
    assert_eq!((of(text, Export, "2023-03"), of(text, Export, "2023-05")), (None, Some(104_000_000)));
}

#[test]
fn a_note_between_rows_heads_no_table() {
    let text =
        "Month,Exports (USD mn)\n2023-01,100\n2023-02,101\n\"Note: as known,\",see below\n2023-03,102\n2023-04,103\n";
    let told = total(text, &Choices::default(), Export, "2023-04");
    assert!(told == Ok(Some(103_000_000)) || told.as_ref().is_err_and(|told| told.contains("file.csv:4")), "{told:?}");
}

#[test]
fn a_note_between_rows_hides_no_mistake_below_it() {
    let text = "Month,Exports (USD mn)\n2023-01,100\n2023-02,101\nPage 2\n2023-03,102\n2023-14,103\n2023-05,104\n";
    let told = total(text, &Choices::default(), Export, "2023-03").unwrap_err();
    assert!(told.contains("file.csv:6:1: `2023-14` is not a period"), "{told}");
}

#[test]
fn what_a_mapping_does_not_name_is_said_to_be_left_out() {
    struct Mapped;
    impl Files for Mapped {
        fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
            let mapping = "header_row = 2\n[columns]\nperiod = \"Month\"\nexport = \"Value\"\n";
            let text =
                "Exports (USD million)\nMonth,Value\n2023-01,10\n\nMonth,Value\n2023-02,11\n\nYear,Number\n2023,5\n";
            Ok(if name == "file.csv" { text.as_bytes() } else { mapping.as_bytes() }.into())
        }

        fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
            self.read(name).map(Some)
        }
    }
    let page = import::Description::of(&Mapped, &["file.csv"], &Choices::default()).unwrap();
    assert!(page.text().contains("2023-01 to 2023-02"), "{}", page.text());
    assert!(page.text().contains("rows of other tables, whose columns the mapping does not name"), "{}", page.text());
}

#[test]
fn a_row_of_units_below_the_header_is_no_header() {
    let text = "Month,Exports,Imports\n,USD million,USD million\n2023-01,10,20\n2023-02,11,21\n";
    assert_eq!(of(text, Import, "2023-02"), Some(21_000_000));
}

#[test]
fn what_headings_name_without_a_total_is_said_to_be_a_part() {
    let text = "Month,Exports to China (USD mn),Exports to Japan (USD mn)\n2023-01,10,20\n2023-02,11,21\n";
    assert_eq!(of(text, Export, "2023-02"), Some(32_000_000));
    says(text, "headings name parts of export and no total: the total is their sum, and lacks what the file has not");
}

#[test]
fn notes_beside_the_numbers_are_no_goods() {
    let text = "Month,Exports (USD mn),Imports (USD mn),Notes\n2020-01,100,90,strike\n2020-02,110,95,\n";
    assert_eq!((of(text, Export, "2020-01"), of(text, Export, "2020-02")), (Some(100_000_000), Some(110_000_000)));
    let text = "Month,Exports (USD mn),Imports (USD mn),What\n2020-01,100,90,x\n2020-02,110,95,\n2020-03,1,2,\n";
    assert_eq!((of(text, Export, "2020-01"), of(text, Export, "2020-02")), (Some(100_000_000), Some(110_000_000)));
}

#[test]
fn what_is_assumed_of_periods_and_of_adjustment_is_said() {
    says("Year,Exports (USD mn)\nFY2020,10\nFY2021,11\n", "each stands under the year that it is called by");
    says(
        "Month,Exports SA (USD mn),Exports NSA (USD mn)\n2023-01,10,11\n",
        "1 seasonally adjusted column is left out: the file has the same values without adjustment",
    );
    says("Year,Month,Exports (USD mn)\n2023,1,10\n,2,11\n", "blank below others are taken for the same, from line 3");
}

#[test]
fn a_period_that_stands_twice_in_the_header_is_one_problem() {
    let told = total("Country,2005,2006,2005,2006\nTotal,5,6,7,8\n", &Choices::default(), Export, "2005");
    assert_eq!(told.unwrap_err().lines().count(), 1);
}

#[test]
fn columns_that_count_rows_or_say_the_same_in_all_are_no_goods() {
    let text = "No.,source,is_final,Month,Value (USD mn)\n1,oecd,True,2023-01,10\n2,oecd,False,2023-02,11\n";
    let exports = Choices { flow: Some(Export), ..Choices::default() };
    assert_eq!(total(text, &exports, Export, "2023-02"), Ok(Some(11_000_000)));
    assert!(page(text, &exports).contains("all goods, with the total"));
}

#[test]
fn quantities_are_no_values() {
    let text = "Exports (USD mn)\nMonth,China,Japan\n2023-01,100,5\n2023-02,101,6\n\n\
        Exports (tonnes)\nMonth,China,Japan\n2023-01,7,1\n2023-02,8,2\n";
    assert_eq!(with(text, Export, "China", "2023-01"), Some(100));
    let text = "Month,Exports (USD mn),Exports (tonnes)\n2023-01,100,7\n2023-02,101,8\n";
    assert_eq!(of(text, Export, "2023-02"), Some(101_000_000));
}

#[test]
fn headings_above_groups_of_columns_are_of_all_columns_of_the_group() {
    let text = "Month,Exports (USD mn),,Imports (USD mn),\n,Growth,Value,Growth,Value\n2023-01,1.5,100,2.5,90\n\
        2023-02,1.6,101,2.6,91\n";
    assert_eq!((of(text, Export, "2023-01"), of(text, Import, "2023-02")), (Some(100_000_000), Some(91_000_000)));
    let text = "Month,Exports (USD mn),,\n,Japan,China,World\n2023-01,10,20,100\n2023-02,11,21,101\n";
    assert_eq!((of(text, Export, "2023-01"), with(text, Export, "China", "2023-02")), (Some(100_000_000), Some(21)));
}

#[test]
fn a_title_beside_a_unit_is_no_heading_of_groups() {
    let text =
        "Table 1,Trade of Korea,,Unit: USD mn\nMonth,Exports,Imports,Balance\n2023-01,100,90,10\n2023-02,101,91,10\n";
    assert_eq!((of(text, Export, "2023-01"), of(text, Import, "2023-02")), (Some(100_000_000), Some(91_000_000)));
    assert!(page(text, &Choices::default()).contains("partners    world, with the total"));
}

#[test]
fn a_mapping_may_name_the_columns_of_one_of_two_heading_rows() {
    struct Mapped;
    impl Files for Mapped {
        fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
            let mapping =
                "header_row = 1\nunit = \"USD million\"\n[columns]\nperiod = \"Month\"\nexport = \"Exports\"\n";
            let text = "Month,Exports,,Imports,\n,Total,Japan,Total,Japan\n2023-01,10,1,20,2\n2023-02,11,1,21,2\n";
            Ok(if name == "file.csv" { text.as_bytes() } else { mapping.as_bytes() }.into())
        }

        fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
            self.read(name).map(Some)
        }
    }
    let dataset = import::load_all(&Mapped, &["file.csv"], &Choices::default()).unwrap();
    let key = SeriesKey { flow: Export, item: ItemId::TOTAL, partner: PartnerId::WORLD, window: Window::Whole };
    assert_eq!(amount(&dataset, key, "2023-02"), Some(11_000_000));
}

#[test]
fn ranks_and_shares_beside_names_are_no_goods() {
    let text = "Exports (USD mn)\nRank,Country,Share 2023 (%),2022,2023\n1,Japan,47.1,200,210\n2,China,52.9,210,225\n";
    assert_eq!(of(text, Export, "2023"), Some(435_000_000));
    assert!(page(text, &Choices::default()).contains("all goods, with the total"));
}

#[test]
fn rates_of_growth_are_no_partners() {
    let text = "Exports (USD mn)\nMonth,Japan,China,Growth (%)\n2023-01,100,5,20\n2023-02,110,6,25\n";
    assert_eq!(of(text, Export, "2023-01"), Some(105_000_000));
    let text = "Exports by country (USD mn)\nCountry,2022,2023\nJapan,200,210\nChina,210,225\nGrowth (%),5.5,6.1\n";
    assert_eq!(of(text, Export, "2023"), Some(435_000_000));
    says(text, "1: rows of growth or shares");
}

#[test]
fn names_that_are_set_in_are_parts_of_those_above() {
    let text = "Exports (USD mn)\nProduct,2022,2023\n  Food,100,110\n    Meat,60,65\n    Fish,30,35\n  Cars,7,8\nTotal,107,118\n";
    assert_eq!(of(text, Export, "2023"), Some(118_000_000));
    says(text, "Food > Meat");
    says(text, "names that are set in below others are taken for parts of them");
    let one = "Exports (USD mn)\nProduct,2022,2023\nFood,100,110\n Cars,7,8\nShips,1,1\n";
    assert_eq!(of(one, Export, "2023"), Some(119_000_000), "a blank by mistake");
}

#[test]
fn rows_that_are_the_sum_of_their_neighbours_are_not_added_to_them() {
    let text = "Exports (USD mn)\nProduct,2022,2023\n1. Food,100.12,110.34\n1.1 Meat,60.01,65.12\n1.2 Fish,40.11,45.22\n2. Cars,7.5,8.5\n";
    assert_eq!(of(text, Export, "2023"), Some(118_840_000));
    says(text, "not added, as rows beside them add up to them: 1. Food");
    let text = "Exports (USD mn)\nCountry,2022,2023\nJapan,100.12,110.34\nChina,60.01,65.12\nNear ones,160.13,175.46\nGermany,7.5,8.5\n";
    assert_eq!(of(text, Export, "2023"), Some(183_960_000));
    says(text, "not added, as rows beside them add up to them: Near ones");
}

#[test]
fn a_row_of_words_alone_names_the_flow_of_those_below() {
    let text = "Trade by country (USD mn)\nCountry,2022,2023\nExports,,\nJapan,200,210\nChina,210,225\nImports,,\nJapan,100,110\n\
        China,110,125\nVolume index,,\nJapan,7,8\n";
    assert_eq!((of(text, Export, "2023"), of(text, Import, "2023")), (Some(435_000_000), Some(235_000_000)));
    assert_eq!(with(text, Import, "Japan", "2022"), Some(100));
}

#[test]
fn counts_of_pieces_and_barrels_are_no_goods() {
    for text in [
        "Month,Exports (USD mn),Exports (1000 units)\n2023-01,100,7\n2023-02,101,8\n",
        "Oil (USD mn)\nMonth,Exports (thousand barrels),Exports (value)\n2023-01,7,100\n2023-02,8,101\n",
        "월,수출(백만달러),수출(천대)\n2023.01,100,7\n2023.02,101,8\n",
    ] {
        assert_eq!(of(text, Export, "2023-02"), Some(101_000_000));
        says(text, "all goods, with the total");
    }
}
