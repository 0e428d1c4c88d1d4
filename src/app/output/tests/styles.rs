//! Colours and looks, and whether each colour can be read.

use std::collections::HashMap;

use super::*;

#[track_caller]
fn looks(cases: &[(&str, &str)]) {
    for (written, shown) in cases {
        assert_eq!(marked(&stdout(written)), *shown, "{written:?}");
    }
}

#[test]
fn looks_are_set_and_unset() {
    looks(&[
        ("\x1b[1mbold\x1b[22m plain", "<bold>bold</> plain"),
        ("\x1b[2mdim\x1b[3mitalic\x1b[0mplain", "<dim>dim</><dim italic>italic</>plain"),
        ("\x1b[1;2;3;4;7;9mall\x1b[22;23;24;27;29mnone", "<bold dim italic underline inverse strike>all</>none"),
        ("\x1b[01m\x1b[04mboth\x1b[mnone", "<bold underline>both</>none"),
        ("\x1b[1m\x1b[4mboth\x1b[22mone\x1b[24mnone", "<bold underline>both</><underline>one</>none"),
        ("\x1b[4:3mcurly\x1b[4:0mnone", "<underline>curly</>none"),
        ("\x1b[21mtwice", "<underline>twice</>"),
        ("\x1b[5;6;8;25;28;51;73;99;1000mignored", "ignored"),
        ("\x1b[1;;4mx", "<underline>x</>"),
        ("\x1b[;31mx", "<red>x</>"),
    ]);
}

#[test]
fn sixteen_colours() {
    looks(&[
        ("\x1b[31mred\x1b[39m plain", "<red>red</> plain"),
        ("\x1b[30;47mx\x1b[49my", "<black on white>x</><black>y</>"),
        ("\x1b[91;104mx", "<bright-red on bright-blue>x</>"),
        ("\x1b[97;40mx", "<bright-white on black>x</>"),
        ("\x1b[0;34m\x1b[1mx", "<bold blue>x</>"),
        ("\x1b[4m\x1b[31mx", "<underline red>x</>"),
        ("\x1b[33m\x1b[7mx\x1b[0m", "<inverse yellow>x</>"),
        ("\x1b[31ma\x1b[31mb\x1b[0;31mc", "<red>abc</>"),
        ("\x1b[31mred", "<red>red</>"),
        ("\x1b[32mPASSED\x1b[0m\x1b[32m [100%]\x1b[0m\n", "<green>PASSED [100%]</>\n"),
        ("\x1b[31m\x1b[1m1 failed\x1b[0m, \x1b[32m2 passed\x1b[0m", "<bold red>1 failed</>, <green>2 passed</>"),
    ]);
}

#[test]
fn more_colours_become_the_nearest_of_sixteen() {
    looks(&[
        ("\x1b[38;5;1mx", "<red>x</>"),
        ("\x1b[38;5;12mx", "<bright-blue>x</>"),
        ("\x1b[38;5;196mx", "<bright-red>x</>"),
        ("\x1b[38;5;22mx", "<green>x</>"),
        ("\x1b[38;5;208mx", "<bright-yellow>x</>"),
        ("\x1b[38;5;153mx", "<bright-blue>x</>"),
        (
            "\x1b[38;5;232mx\x1b[38;5;240my\x1b[38;5;250mz\x1b[38;5;255m!",
            "<black>x</><bright-black>y</><white>z</><bright-white>!</>",
        ),
        ("\x1b[38;5;16mx", "<black>x</>"),
        ("\x1b[38;2;255;0;0mx", "<bright-red>x</>"),
        ("\x1b[38;2;0;128;128mx", "<cyan>x</>"),
        ("\x1b[48;2;90;20;90mx", "<on magenta>x</>"),
        ("\x1b[38;2;255;0;10mx", "<bright-red>x</>"),
        ("\x1b[38:2::0:200:0mx", "<green>x</>"),
        ("\x1b[38:2:0:200:0mx", "<green>x</>"),
        ("\x1b[38:5:4mx", "<blue>x</>"),
        ("\x1b[1;38;5;4;48;5;3;4mx", "<bold underline blue on yellow>x</>"),
    ]);
    let gradient: String = (0..256).map(|step| format!("\x1b[38;2;{step};0;{}m=", 255 - step)).collect();
    assert!(stdout(&gradient).drawn().runs().count() < 8);
}

#[test]
fn colours_that_are_none_change_nothing() {
    looks(&[
        ("\x1b[38;5;256mx", "x"),
        ("\x1b[38;5mx", "x"),
        ("\x1b[38mx", "x"),
        ("\x1b[38;2;1;2mx", "x"),
        ("\x1b[38;2;300;0;0mx", "x"),
        ("\x1b[38;9;1mx", "<bold>x</>"),
        ("\x1b[38:5mx\x1b[38:2:1mx", "xx"),
        ("\x1b[58;5;41m\x1b[4mx", "<underline>x</>"),
        ("\x1b[58;2;1;3;4mx", "x"),
        ("\x1b[58:2::255:0:0mx\x1b[59mx", "xx"),
    ]);
}

#[test]
fn styles_belong_to_characters() {
    looks(&[
        ("\x1b[31m10%\r\x1b[32m20%", "<green>20%</>"),
        ("\x1b[31mabc\x1b[0m\x1b[2DX", "<red>a</>X<red>c</>"),
        ("\x1b[41m\x1b[Ka\x1b[0mb", "<on red>a</>b"),
        ("\x1b[31ma\nb\x1b[0m\nc", "<red>a\nb</>\nc"),
        ("\x1b[31mabc\x1b[2D\x1b[1K", "  <red>c</>"),
        ("\x1b[4ma\x1b[5Cb", "<underline>a</>     <underline>b</>"),
    ]);
}

/// Every colour on every ground, the page's own among them, in both themes. Exchanging the two gives the same contrast.
#[test]
fn every_colour_can_be_read_on_every_ground() {
    let tokens = include_str!("../../../../web/style/tokens.css");
    let colour = |name: &str| -> [f64; 2] {
        let line = tokens.lines().find_map(|line| line.trim().strip_prefix(&format!("--{name}: light-dark(")));
        let (light, dark) =
            line.and_then(|line| line.strip_suffix(");")?.split_once(", ")).unwrap_or_else(|| panic!("no {name}"));
        [luminance(light), luminance(dark)]
    };
    let inks: Vec<String> = (0..16).map(|bits| format!("ansi-{}", Style::from(bits + 1).ink.unwrap().word())).collect();
    let streams = ["ink", "error", "accent", "quiet"].map(str::to_owned);
    let grounds: Vec<String> =
        inks[..8].iter().map(|ink| ink.replace("ansi-", "ansi-on-")).chain(["raised".to_owned()]).collect();
    let mut unreadable = HashMap::new();
    for ink in inks.iter().chain(&streams) {
        for ground in &grounds {
            for (theme, (one, other)) in ["light", "dark"].iter().zip(colour(ink).into_iter().zip(colour(ground))) {
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                if contrast < 4.5 {
                    unreadable.insert(format!("{ink} on {ground}, {theme}"), contrast);
                }
            }
        }
    }
    assert_eq!(unreadable, HashMap::new());
}

/// The relative luminance of a colour, as WCAG 2 defines it.
fn luminance(hex: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
