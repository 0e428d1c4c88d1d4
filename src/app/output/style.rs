//! How characters look: what the sequences called "select graphic rendition" (SGR) ask of a terminal.
//!
//! 1. Colours are sixteen names, as in a terminal's palette.
//! 2. A colour that a program asks for by a number, or by its parts of red, green and blue, becomes the name that is
//!    nearest in hue. So a gradient of ten thousand shades is a few elements of the page.
//! 3. The style sheets choose the shade for each name, in a light and in a dark theme, so that each colour can be read
//!    on each other. So no element has a style of its own, which a strict content security policy would forbid.

use serde::{Deserialize, Serialize};

/// How a character looks. It is stored as a number, because an output may have thousands of styles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Style {
    /// The colour of the character; `None` is the colour of its stream.
    pub ink: Option<Ink>,
    /// The colour behind the character; `None` is that of the output.
    pub ground: Option<Ink>,
    looks: u8,
}

/// A colour of the palette, in the palette's order. The last eight are the bright ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "each variant has the name of its colour")]
pub enum Ink {
    Black,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    White,
    BrightBlack,
    BrightRed,
    BrightGreen,
    BrightYellow,
    BrightBlue,
    BrightMagenta,
    BrightCyan,
    BrightWhite,
}

/// What a character can be beside coloured: one bit each in `Style`.
#[derive(Clone, Copy)]
enum Look {
    Bold = 1,
    Dim = 2,
    Italic = 4,
    Underline = 8,
    Inverse = 16,
    Strike = 32,
}

const LOOKS: [(Look, &str); 6] = [
    (Look::Bold, "bold"),
    (Look::Dim, "dim"),
    (Look::Italic, "italic"),
    (Look::Underline, "underline"),
    (Look::Inverse, "inverse"),
    (Look::Strike, "strike"),
];

/// If the strongest and the weakest part of a colour differ by less than this, the colour counts as a grey.
const HARDLY_A_HUE: u8 = 32;
/// If the strongest part of a colour is at least this, the colour is a bright one.
const BRIGHT: u8 = 224;

impl Style {
    /// The words in the page's attribute `data-look`, with blanks between them; empty if there are none.
    pub fn looks(self) -> String {
        let words: Vec<&str> =
            LOOKS.iter().filter(|(look, _)| self.looks & *look as u8 != 0).map(|(_, word)| *word).collect();
        words.join(" ")
    }

    /// Applies the parameters of a sequence: numbers with `;` between them, some of which have parts after `:`.
    pub fn apply(&mut self, parameters: &str) {
        let mut parameters = parameters.split(';');
        while let Some(parameter) = parameters.next() {
            let (code, parts) = parameter.split_once(':').unwrap_or((parameter, ""));
            match number(code) {
                0 => *self = Self::default(),
                1 => self.set(Look::Bold),
                2 => self.set(Look::Dim),
                3 => self.set(Look::Italic),
                4 if parts == "0" => self.unset(Look::Underline),
                4 | 21 => self.set(Look::Underline),
                7 => self.set(Look::Inverse),
                9 => self.set(Look::Strike),
                22 => {
                    self.unset(Look::Bold);
                    self.unset(Look::Dim);
                }
                23 => self.unset(Look::Italic),
                24 => self.unset(Look::Underline),
                27 => self.unset(Look::Inverse),
                29 => self.unset(Look::Strike),
                code @ 30..=37 => self.ink = Ink::of_palette(code - 30),
                39 => self.ink = None,
                code @ 40..=47 => self.ground = Ink::of_palette(code - 40),
                49 => self.ground = None,
                code @ 90..=97 => self.ink = Ink::of_palette(code - 90 + 8),
                code @ 100..=107 => self.ground = Ink::of_palette(code - 100 + 8),
                // The colour of underlines (58) is not shown, but the numbers that follow it must not be taken for
                // other parameters.
                code @ (38 | 48 | 58) => {
                    let colour = if parts.is_empty() { listed(&mut parameters) } else { nested(parts) };
                    match (code, colour) {
                        (38, Some(colour)) => self.ink = Some(colour),
                        (48, Some(colour)) => self.ground = Some(colour),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }

    fn set(&mut self, look: Look) {
        self.looks |= look as u8;
    }

    fn unset(&mut self, look: Look) {
        self.looks &= !(look as u8);
    }
}

impl Ink {
    const ALL: [Self; 16] = [
        Self::Black,
        Self::Red,
        Self::Green,
        Self::Yellow,
        Self::Blue,
        Self::Magenta,
        Self::Cyan,
        Self::White,
        Self::BrightBlack,
        Self::BrightRed,
        Self::BrightGreen,
        Self::BrightYellow,
        Self::BrightBlue,
        Self::BrightMagenta,
        Self::BrightCyan,
        Self::BrightWhite,
    ];

    /// The word in the page's attributes `data-ink` and `data-ground`, and in the names of the page's colours.
    pub fn word(self) -> &'static str {
        match self {
            Self::Black => "black",
            Self::Red => "red",
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Blue => "blue",
            Self::Magenta => "magenta",
            Self::Cyan => "cyan",
            Self::White => "white",
            Self::BrightBlack => "bright-black",
            Self::BrightRed => "bright-red",
            Self::BrightGreen => "bright-green",
            Self::BrightYellow => "bright-yellow",
            Self::BrightBlue => "bright-blue",
            Self::BrightMagenta => "bright-magenta",
            Self::BrightCyan => "bright-cyan",
            Self::BrightWhite => "bright-white",
        }
    }

    /// A colour of the 256: first the palette, then a cube of six shades each of red, green and blue, then 24 greys.
    /// `None` if the number is greater.
    fn of_palette(number: u32) -> Option<Self> {
        // The first step of the cube is larger than the others.
        let shade = |step: u32| if step == 0 { 0 } else { 55 + 40 * step as u8 };
        match number {
            0..16 => Some(Self::ALL[number as usize]),
            16..232 => {
                let place = number - 16;
                Some(Self::nearest(shade(place / 36), shade(place / 6 % 6), shade(place % 6)))
            }
            232..256 => {
                let grey = 8 + 10 * (number - 232) as u8;
                Some(Self::nearest(grey, grey, grey))
            }
            _ => None,
        }
    }

    /// The name with the nearest hue; for greys, the name with the nearest lightness.
    fn nearest(red: u8, green: u8, blue: u8) -> Self {
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        if most - least < HARDLY_A_HUE {
            return match most {
                0..64 => Self::Black,
                64..144 => Self::BrightBlack,
                144..BRIGHT => Self::White,
                BRIGHT.. => Self::BrightWhite,
            };
        }
        // Hues are degrees on the colour wheel: red is at 0, green at 120, blue at 240.
        let [red_part, green_part, blue_part] = [red, green, blue].map(i32::from);
        let turn = |from: i32, one: i32, other: i32| from + 60 * (one - other) / i32::from(most - least);
        let hue = match most {
            _ if most == red => turn(360, green_part, blue_part),
            _ if most == green => turn(120, blue_part, red_part),
            _ => turn(240, red_part, green_part),
        };
        let names = [Self::Red, Self::Yellow, Self::Green, Self::Cyan, Self::Blue, Self::Magenta];
        let name = names[((hue + 30) / 60 % 6) as usize];
        if most >= BRIGHT { Self::ALL[name as usize + 8] } else { name }
    }
}

/// A colour whose numbers are the next parameters: `5;n` is of the 256, and `2;r;g;b` has parts.
fn listed<'a>(parameters: &mut impl Iterator<Item = &'a str>) -> Option<Ink> {
    let mut next = || parameters.next().map(number);
    match next()? {
        2 => of_parts(next()?, next()?, next()?),
        5 => Ink::of_palette(next()?),
        _ => None,
    }
}

/// A colour whose numbers are parts of one parameter: `5:n`, `2:r:g:b`, or `2:space:r:g:b`, whose colour space is not
/// looked at.
fn nested(parts: &str) -> Option<Ink> {
    let parts: Vec<u32> = parts.split(':').map(number).collect();
    match parts[..] {
        [5, colour, ..] => Ink::of_palette(colour),
        [2, red, green, blue] | [2, _, red, green, blue, ..] => of_parts(red, green, blue),
        _ => None,
    }
}

fn of_parts(red: u32, green: u32, blue: u32) -> Option<Ink> {
    let [red, green, blue] = [red, green, blue].map(|part| u8::try_from(part).ok());
    Some(Ink::nearest(red?, green?, blue?))
}

/// A number of a sequence. If there are no digits it is 0; if there are too many it is the greatest number.
pub fn number(digits: &str) -> u32 {
    if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u32::MAX) }
}

impl From<Style> for u16 {
    /// The form: five bits for each colour, of which 0 is none, and six bits for the looks.
    fn from(style: Style) -> Self {
        let colour = |ink: Option<Ink>| ink.map_or(0, |ink| ink as Self + 1);
        colour(style.ink) | colour(style.ground) << 5 | Self::from(style.looks) << 10
    }
}

impl From<u16> for Style {
    fn from(bits: u16) -> Self {
        let colour = |bits: u16| Ink::ALL.get((bits & 31).wrapping_sub(1) as usize).copied();
        Self { ink: colour(bits), ground: colour(bits >> 5), looks: (bits >> 10) as u8 }
    }
}
