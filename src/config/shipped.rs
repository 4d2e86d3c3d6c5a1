//! The configuration files compiled into the program: defaults and reference at once.

/// A shipped file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    /// Name by which a setting refers to it.
    pub name: &'static str,
    /// Name that problems carry.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The default settings.
pub const SETTINGS: Shipped =
    Shipped { name: "default", file: "config/default.toml", text: include_str!("../../config/default.toml") };

/// The default keys.
pub const KEYMAP: Shipped =
    Shipped { name: "keymap", file: "config/keymap.toml", text: include_str!("../../config/keymap.toml") };

/// The default briefing.
pub const BRIEFING: Shipped =
    Shipped { name: "briefing", file: "config/briefing.toml", text: include_str!("../../config/briefing.toml") };

/// The themes, in the order in which `theme.next` goes through them.
pub const THEMES: &[Shipped] = &[
    Shipped { name: "dark", file: "config/themes/dark.toml", text: include_str!("../../config/themes/dark.toml") },
    Shipped { name: "light", file: "config/themes/light.toml", text: include_str!("../../config/themes/light.toml") },
    Shipped {
        name: "high-contrast",
        file: "config/themes/high-contrast.toml",
        text: include_str!("../../config/themes/high-contrast.toml"),
    },
    Shipped { name: "mono", file: "config/themes/mono.toml", text: include_str!("../../config/themes/mono.toml") },
];

/// The layouts of the overview.
pub const LAYOUTS: &[Shipped] = &[
    Shipped {
        name: "default",
        file: "config/layouts/default.toml",
        text: include_str!("../../config/layouts/default.toml"),
    },
    Shipped { name: "core", file: "config/layouts/core.toml", text: include_str!("../../config/layouts/core.toml") },
    Shipped {
        name: "tables",
        file: "config/layouts/tables.toml",
        text: include_str!("../../config/layouts/tables.toml"),
    },
];

/// The shipped theme of that name.
pub fn theme(name: &str) -> Option<Shipped> {
    THEMES.iter().copied().find(|shipped| shipped.name == name)
}

/// The shipped layout of that name.
pub fn layout(name: &str) -> Option<Shipped> {
    LAYOUTS.iter().copied().find(|shipped| shipped.name == name)
}

/// Names of the shipped themes.
pub fn theme_names() -> Vec<&'static str> {
    THEMES.iter().map(|shipped| shipped.name).collect()
}

/// Names of the shipped layouts.
pub fn layout_names() -> Vec<&'static str> {
    LAYOUTS.iter().map(|shipped| shipped.name).collect()
}
