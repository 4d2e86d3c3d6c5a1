//! The foreign formats: one file each, one line in [`IMPORTERS`] each.

pub(super) mod areas;
mod baci;
mod census_api;
mod census_excel;
mod census_exhibit;
mod comexstat;
mod comtrade;
mod comtrade_json;
mod comtrade_legacy;
mod customs_china;
mod customs_japan;
mod customs_korea;
mod customs_korea_api;
mod customs_taiwan;
mod data_go_kr;
mod dbnomics;
mod ecb_portal;
mod ecos;
mod eurostat_tsv;
mod fred;
mod fred_json;
mod genesis;
mod genesis_flat;
pub(super) mod guess;
mod imf_dots;
mod json;
mod kosis;
mod kosis_json;
mod oecd_legacy;
mod ons;
pub(super) mod regions;
mod sdmx;
mod statistics_canada;
mod wits;
pub(super) mod words;
mod world_bank;
mod world_bank_json;
mod world_bank_rows;

use super::document::Sample;
use super::reading::Reading;

/// A foreign format.
#[derive(Debug)]
pub struct Importer {
    /// For `--format` and for the folder of its examples.
    pub name: &'static str,
    /// What it is, in the language of the thread.
    pub title: fn() -> &'static str,
    /// Who publishes it, in the language of the thread; empty where many do.
    pub publisher: fn() -> &'static str,
    /// By what its content is known, in the language of the thread.
    pub known_by: fn() -> &'static str,
    /// True where a document is in this format. The first importer of the list that says so reads it.
    pub detect: fn(&Sample<'_>) -> bool,
    /// Reads a document.
    pub read: fn(&mut Reading<'_>),
}

/// All of them, the more particular before the more general; the guess is last.
pub const IMPORTERS: &[&Importer] = &[
    &comtrade::IMPORTER,
    &comtrade_legacy::IMPORTER,
    &comtrade_json::IMPORTER,
    &sdmx::csv::IMPORTER,
    &sdmx::json::IMPORTER,
    &sdmx::json_stat::IMPORTER,
    &eurostat_tsv::IMPORTER,
    &ecb_portal::IMPORTER,
    &oecd_legacy::IMPORTER,
    &fred::IMPORTER,
    &fred_json::IMPORTER,
    &customs_korea::IMPORTER,
    &customs_korea_api::IMPORTER,
    &data_go_kr::IMPORTER,
    &kosis_json::IMPORTER,
    &ecos::IMPORTER,
    &customs_china::IMPORTER,
    &customs_japan::IMPORTER,
    &customs_taiwan::IMPORTER,
    &census_api::IMPORTER,
    &census_excel::IMPORTER,
    &imf_dots::IMPORTER,
    &statistics_canada::IMPORTER,
    &world_bank::IMPORTER,
    &world_bank_json::IMPORTER,
    &wits::IMPORTER,
    &dbnomics::IMPORTER,
    &baci::IMPORTER,
    &comexstat::IMPORTER,
    &genesis_flat::IMPORTER,
    &genesis::IMPORTER,
    &ons::IMPORTER,
    &kosis::IMPORTER,
    &guess::IMPORTER,
];
