use super::*;

fn shipped(name: &str, depth: Depth) -> Theme {
    Theme::shipped(name, depth).unwrap()
}

fn user(text: &str, depth: Depth) -> Theme {
    Theme::parse("themes/mine.toml", text, depth).unwrap()
}

fn problems(text: &str) -> Vec<String> {
    Theme::parse("t.toml", text, Depth::True).unwrap_err().iter().map(Problem::to_string).collect()
}

const COLOURED: [&str; 3] = ["dark", "light", "high-contrast"];

#[test]
fn shipped_themes_load_at_every_depth_and_mention_every_role() {
    for shipped in shipped::THEMES {
        for depth in Depth::ALL {
            let theme = Theme::shipped(shipped.name, depth).unwrap();
            assert_eq!((theme.name(), theme.depth()), (shipped.name, depth));
        }
        for role in Role::ALL {
            let line = format!("\n{} = ", role.name());
            assert!(shipped.text.split_once("[roles]").unwrap().1.contains(&line), "{}{line}", shipped.name);
        }
    }
}

#[test]
fn shipped_themes_can_be_read() {
    for name in COLOURED {
        for depth in [Depth::True, Depth::X256] {
            let theme = shipped(name, depth);
            assert_eq!(audit(&theme), [], "{name} {depth:?}");
            for role in Role::ALL.into_iter().filter(|role| role.kind() != Kind::Ground) {
                assert!(theme.paint(role).fg.is_some(), "{name} {role:?}");
            }
        }
    }
}

#[test]
fn surplus_and_deficit_differ_without_a_green_receptor() {
    for name in COLOURED {
        for depth in [Depth::True, Depth::X256] {
            let theme = shipped(name, depth);
            let [surplus, deficit] =
                [Role::Surplus, Role::Deficit].map(|role| theme.paint(role).fg.unwrap().seen(depth).unwrap());
            let apart = deutan_distance(surplus, deficit);
            assert!(apart >= 20.0, "{name} {depth:?}: {apart}");
        }
    }
}

#[test]
fn chosen_places_in_the_palette_are_not_worse_than_far_off() {
    for name in COLOURED {
        for role in Role::ALL {
            let paint = shipped(name, Depth::True).paint(role);
            for ink in [paint.fg, paint.bg].into_iter().flatten() {
                let apart = distance(ink.rgb, ink.seen(Depth::X256).unwrap());
                assert!(apart < 45.0, "{name} {role:?} {ink:?}: {apart}");
            }
        }
    }
}

#[test]
fn backgrounds_can_be_told_from_one_another() {
    for depth in [Depth::True, Depth::X256] {
        for name in ["dark", "light"] {
            let theme = shipped(name, depth);
            let grounds = Role::ALL.into_iter().filter(|role| role.kind() == Kind::Ground);
            let colours: Vec<_> = grounds.map(|role| theme.paint(role).bg.unwrap().seen(depth).unwrap()).collect();
            for (at, colour) in colours.iter().enumerate() {
                assert!(!colours[..at].contains(colour), "{name} {depth:?} {colour:?}");
            }
        }
    }
}

#[test]
fn cards_are_boxes_where_surfaces_cannot_be_seen() {
    let cards = |name, depth| shipped(name, depth).cards();
    assert_eq!(cards("dark", Depth::True), Cards::Surface);
    assert_eq!(cards("dark", Depth::X256), Cards::Surface);
    assert_eq!(cards("dark", Depth::X16), Cards::Box);
    assert_eq!(cards("dark", Depth::None), Cards::Box);
    assert_eq!(cards("mono", Depth::True), Cards::Box);
    assert_eq!(shipped("dark", Depth::True).unpainted().cards(), Cards::Box);
    assert_eq!(shipped("dark", Depth::True).unpainted().paint(Role::Page).bg, None);
}

#[test]
fn without_colours_only_attributes_remain() {
    for theme in shipped::theme_names() {
        let theme = shipped(theme, Depth::None);
        assert!(Role::ALL.iter().all(|role| theme.paint(*role).fg.is_none() && theme.paint(*role).bg.is_none()));
        assert!(theme.paint(Role::Selection).reverse && theme.paint(Role::Accent).reverse);
    }
}

#[test]
fn sixteen_colours_are_those_of_the_product_sheet() {
    let theme = shipped("dark", Depth::X16);
    let shade = |role| theme.paint(role).fg.unwrap().at(Depth::X16);
    assert_eq!(shade(Role::Surplus), Shade::Ansi(12));
    assert_eq!(shade(Role::Deficit), Shade::Ansi(1));
    assert_eq!(shade(Role::Flag), Shade::Ansi(5));
    assert_eq!((shade(Role::Text), shade(Role::Muted)), (Shade::Default, Shade::Default));
    assert!(theme.paint(Role::Selection).reverse);
}

#[test]
fn a_theme_inherits_and_overrides_field_by_field() {
    let text = "inherits = \"dark\"\n[inks]\nsky = { rgb = \"#00FF00\", x16 = \"green\" }\n[roles]\ntext = { bold = true }\nflag = { fg = \"#123456\" }\n";
    let (mine, dark) = (user(text, Depth::True), shipped("dark", Depth::True));
    assert_eq!(mine.name(), "mine");
    assert_eq!(mine.paint(Role::Surplus).fg, Some(Ink { rgb: (0, 255, 0), x256: 46, x16: Some(2) }));
    assert_eq!(mine.paint(Role::Text), Paint { bold: true, ..dark.paint(Role::Text) });
    assert_eq!(mine.paint(Role::Flag).fg.unwrap().rgb, (0x12, 0x34, 0x56));
    assert_eq!(mine.paint(Role::Deficit), dark.paint(Role::Deficit));
}

#[test]
fn a_role_not_mentioned_looks_like_its_fallback() {
    let theme = user("[roles]\npage = { bg = \"#000000\" }\ntext = { fg = \"#FFFFFF\" }\n", Depth::True);
    for role in [Role::Strong, Role::Accent, Role::Flag, Role::Warning, Role::Mark, Role::SeriesAlt] {
        assert_eq!(theme.paint(role), theme.paint(Role::Text), "{role:?}");
    }
    assert_eq!(theme.paint(Role::Selection), theme.paint(Role::Page));
    assert_eq!(user("", Depth::True).paint(Role::Text), Paint::default());
}

#[test]
fn every_problem_of_a_theme_is_reported() {
    assert_eq!(
        problems(
            "inherits = \"drak\"\n[inks]\na = { rgb = \"red\" }\nb = { rgb = \"#000000\", x256 = 3, x16 = \"pink\" }\n[roles]\ntxt = {}\nband = { bg = \"bb\", none = { bg = \"b\" } }\ntext = { fg = \"#12\" }\n"
        ),
        [
            "t.toml:1:12: `inherits` cannot be `drak`; did you mean `dark`?",
            "t.toml:3:13: `red` is not a colour; write \"#RRGGBB\"",
            "t.toml:4:31: `x256` is 3; use 16 to 255",
            "t.toml:4:40: `x16` cannot be `pink`; known: black, red, green, yellow, blue, magenta, cyan, white, bright-black, bright-red, bright-green, bright-yellow, bright-blue, bright-magenta, bright-cyan, bright-white, default",
            "t.toml:6:1: unknown key `txt`; did you mean `text`?",
            "t.toml:7:15: unknown ink `bb`; did you mean `b`?",
            "t.toml:7:30: unknown key `bg`; known: bold, dim, reverse, underline",
            "t.toml:8:15: `#12` is not a colour; write \"#RRGGBB\"",
        ]
    );
}
