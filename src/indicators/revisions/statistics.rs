//! Statistics of revisions, after the OECD's practice of revision analysis.

/// What a list of revisions has in common. Of numbers that were rounded when printed, so floating point is enough;
/// they are shown with two digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statistics {
    /// How many.
    pub n: usize,
    /// Their mean: the bias.
    pub mean: f64,
    /// The mean of their sizes: how much a value is usually revised.
    pub mean_absolute: f64,
    /// The middle one.
    pub median: f64,
    /// Standard deviation of the sample.
    pub deviation: f64,
    /// Root of the mean square.
    pub root_mean_square: f64,
    /// Share of revisions upwards, from 0 to 1.
    pub share_upward: f64,
    /// The lowest.
    pub least: f64,
    /// The highest.
    pub greatest: f64,
    /// A quarter of them are lower.
    pub lower_quartile: f64,
    /// A quarter of them are higher.
    pub upper_quartile: f64,
    /// The mean by its standard error.
    pub t: f64,
    /// The same with an error that allows for revisions that go together (Bartlett weights).
    pub t_robust: f64,
}

/// Statistics of a list of revisions in the order of time; `None` for fewer than three.
pub fn statistics(revisions: &[f64]) -> Option<Statistics> {
    let n = revisions.len();
    if n < 3 {
        return None;
    }
    let count = n as f64;
    let mean = revisions.iter().sum::<f64>() / count;
    let squares = revisions.iter().map(|revision| (revision - mean).powi(2)).sum::<f64>();
    let deviation = (squares / (count - 1.0)).sqrt();
    let mut sorted = revisions.to_vec();
    sorted.sort_by(f64::total_cmp);
    Some(Statistics {
        n,
        mean,
        mean_absolute: revisions.iter().map(|revision| revision.abs()).sum::<f64>() / count,
        median: quantile(&sorted, 0.5),
        deviation,
        root_mean_square: (revisions.iter().map(|revision| revision.powi(2)).sum::<f64>() / count).sqrt(),
        share_upward: revisions.iter().filter(|revision| **revision > 0.0).count() as f64 / count,
        least: sorted[0],
        greatest: sorted[n - 1],
        lower_quartile: quantile(&sorted, 0.25),
        upper_quartile: quantile(&sorted, 0.75),
        t: mean / (deviation / count.sqrt()),
        t_robust: mean / (long_run_variance(revisions, mean) / count).sqrt(),
    })
}

/// Between the two neighbours of the place, in proportion.
fn quantile(sorted: &[f64], part: f64) -> f64 {
    let place = part * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64)
}

/// The variance plus the covariances of neighbours, weighted by Bartlett's triangle over `4 (n/100)^(2/9)` lags.
fn long_run_variance(revisions: &[f64], mean: f64) -> f64 {
    let n = revisions.len();
    let lags = (4.0 * (n as f64 / 100.0).powf(2.0 / 9.0)) as usize;
    let covariance = |lag: usize| {
        let pairs = revisions[lag..].iter().zip(revisions);
        pairs.map(|(later, earlier)| (later - mean) * (earlier - mean)).sum::<f64>() / (n - lag) as f64
    };
    let weight = |lag: usize| 1.0 - lag as f64 / (lags + 1) as f64;
    covariance(0) + 2.0 * (1..=lags.min(n - 1)).map(|lag| weight(lag) * covariance(lag)).sum::<f64>()
}
