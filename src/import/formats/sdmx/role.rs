//! What the concepts of the offices mean, by their ids.

/// What a concept says about an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Role {
    Reporter,
    Partner,
    Flow,
    Item,
    Unit,
    Multiplier,
    Frequency,
    Time,
    Value,
    Status,
    Action,
    /// Says what is measured, and at times the flow or the unit.
    Indicator,
    /// A dimension of another kind.
    Dimension,
    /// Nothing that tells observations apart.
    Attribute,
}

/// Ids with their roles.
const ROLES: [(Role, &[&str]); 12] = [
    (
        Role::Reporter,
        &[
            "REF_AREA",
            "REPORTER",
            "GEO",
            "LOCATION",
            "COUNTRY",
            "COUNTRY.ID",
            "DECLARANT",
            "REPORTING_COUNTRY",
            "REP_COUNTRY",
        ],
    ),
    (
        Role::Partner,
        &[
            "COUNTERPART_AREA",
            "PARTNER",
            "COUNTERPART_COUNTRY",
            "COUNTERPART_COUNTRY.ID",
            "PARTNER_COUNTRY",
            "CP_AREA",
            "PARTNER_GEO",
            "COUNTERPART",
            "COUNTRY_DEST",
            "COUNTRY_ORIGIN",
            "COUNT_AREA",
            "PARTNER_AREA",
        ],
    ),
    (Role::Flow, &["FLOW", "TRADE_FLOW", "TRADE_FLOW.ID", "STK_FLOW", "FLOW_CODE", "IMEX", "TRD_FLOW", "FLOW_TYPE"]),
    (
        Role::Item,
        &[
            "PRODUCT",
            "COMMODITY",
            "COMMODITY_CODE",
            "COMMODITY_SITC",
            "SITC06",
            "SITC",
            "HS",
            "CPA2_1",
            "CPA",
            "BCLAS_BEC",
            "PRODUCT_CODE",
            "TRD_PRODUCT",
        ],
    ),
    (Role::Unit, &["UNIT_MEASURE", "UNIT", "UNIT.ID", "UNIT CODE", "CURRENCY_UNIT", "UNIT_OF_MEASURE"]),
    (Role::Multiplier, &["UNIT_MULT", "SCALE", "SCALE.ID", "POWERCODE CODE", "POWERCODE", "UNIT_MULTIPLIER"]),
    (Role::Frequency, &["FREQ", "FREQUENCY", "FREQUENCY.ID", "@FREQUENCY"]),
    (Role::Time, &["TIME_PERIOD", "TIME", "ORIGINAL_PERIOD"]),
    (Role::Value, &["OBS_VALUE", "VALUE", "VALUES"]),
    (Role::Status, &["OBS_STATUS", "OBS_FLAG", "FLAG CODES", "FLAG AND FOOTNOTES", "STATUS"]),
    (Role::Action, &["ACTION"]),
    (
        Role::Indicator,
        &[
            "INDICATOR",
            "INDICATOR.ID",
            "INDICATORS",
            "INDIC_ET",
            "INDIC_NA",
            "MEASURE",
            "SUBJECT",
            "SERIES",
            "BOP_ITEM",
            "TRANSACT",
            "NA_ITEM",
        ],
    ),
];

/// Ids that never tell observations apart.
const ATTRIBUTES: [&str; 47] = [
    // Numbers of rows.
    "",
    "DECIMALS_DISPLAYED",
    "PROVIDER_CODE",
    "DATASET_CODE",
    "DATASET_NAME",
    "SERIES_NAME",
    "ORIGINAL_VALUE",
    "PERIOD",
    "INDEXED_AT",
    "DATAFLOW",
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    "SERIES_KEY",
    "SERIES_CODE",
    "OBS_KEY",
    "KEY",
    "LAST UPDATE",
    "UPDATED",
    "CONF_STATUS",
    "OBS_CONF",
    "DECIMALS",
    "TIME_FORMAT",
    "TITLE",
    "TITLE_COMPL",
    "OBS_COM",
    "OBS_PRE_BREAK",
    "BREAKS",
    "COLLECTION",
    "COMPILING_ORG",
    "DISS_ORG",
    "DOM_SER_IDS",
    "PUBL_ECB",
    "PUBL_MU",
    "PUBL_PUBLIC",
    "UNIT_INDEX_BASE",
    "COMPILATION",
    "COVERAGE",
    "NAT_TITLE",
    "SOURCE_AGENCY",
    "SOURCE_PUB",
    "BASE_PER",
    "AVAILABILITY",
    "EMBARGO_TIME",
    "REFERENCE PERIOD CODE",
    "DATASET",
    "COMMENT",
];

/// What a concept of this id says.
pub(in super::super) fn role(id: &str) -> Role {
    let id = id.to_uppercase();
    let known = ROLES.iter().find(|(_, ids)| ids.contains(&id.as_str())).map(|(role, _)| *role);
    let is_attribute = ATTRIBUTES.contains(&id.as_str()) || id.starts_with("ATT") || id.starts_with("OBS_");
    known.unwrap_or(match () {
        () if is_attribute => Role::Attribute,
        // By one classification of many: `COMMODITY_ATECO`.
        () if id.starts_with("COMMODITY_") => Role::Item,
        () => Role::Dimension,
    })
}
