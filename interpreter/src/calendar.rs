//! The functions of the module `time` that know the calendar: `gmtime`, `strftime` and their siblings, in UTC, which is the
//! only time zone here. Texts are those of the C locale, as on Linux; arguments are checked as in CPython's
//! Modules/timemodule.c. RustPython's own functions count days of the week from Sunday on this platform, and don't check.

use std::cell::RefCell;

use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine,
    builtins::{PyFloat, PyTuple, PyTypeRef},
};

const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAY: i64 = 86_400;

thread_local! {
    /// RustPython's class `time.struct_time`.
    static STRUCT_TIME: RefCell<Option<PyTypeRef>> = const { RefCell::new(None) };
}

/// Takes over RustPython's class `time.struct_time`.
pub fn adopt(class: PyTypeRef) {
    STRUCT_TIME.with(|slot| *slot.borrow_mut() = Some(class));
}

/// A moment by the calendar, with the ranges of C's `struct tm`.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    year: i64,
    /// 0 to 11.
    month: i64,
    /// 1 to 31.
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    /// 0 to 6, from Sunday.
    weekday: i64,
    /// 0 to 365.
    yearday: i64,
    daylight: i64,
}

/// How many days lie between 1 January 1970 and a day of the Gregorian calendar; `month` is 0 to 11.
const fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    // A year that begins in March has its leap day at its end. 400 years have 146,097 days.
    let (year, month) = if month < 2 { (year - 1, month + 10) } else { (year, month - 2) };
    let era = year.div_euclid(400);
    let year = year.rem_euclid(400);
    era * 146_097 + year * 365 + year / 4 - year / 100 + (153 * month + 2) / 5 + day - 1 - 719_468
}

impl Moment {
    /// The moment that is so many seconds after the beginning of 1970.
    fn at(seconds: i64) -> Self {
        let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
        let shifted = days + 719_468;
        let (era, day) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let yearday = day - (of_era * 365 + of_era / 4 - of_era / 100);
        let march = (5 * yearday + 2) / 153;
        let month = (march + 2) % 12;
        let year = era * 400 + of_era + i64::from(month < 2);
        Self {
            year,
            month,
            day: yearday - (153 * march + 2) / 5 + 1,
            hour: rest / 3_600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: (days + 4).rem_euclid(7),
            yearday: days - days_since_1970(year, 0, 1),
            daylight: 0,
        }
    }

    /// The moment that a `struct_time` or a tuple says; `function` is named by what is raised.
    ///
    /// # Errors
    /// CPython's, if it is none.
    fn read(given: &PyObjectRef, function: &str, vm: &VirtualMachine) -> PyResult<Self> {
        let Some(tuple) = given.downcast_ref::<PyTuple>() else {
            return Err(vm.new_type_error("Tuple or struct_time argument required"));
        };
        let mut items = tuple.as_slice();
        // A `struct_time` has two more, which are no items to Python.
        if STRUCT_TIME.with(|class| class.borrow().as_ref().is_some_and(|class| given.fast_isinstance(class))) {
            items = items.get(..9).unwrap_or(items);
        }
        if items.len() != 9 {
            return Err(vm.new_type_error(format!("{function}(): illegal time tuple argument")));
        }
        let mut numbers = [0; 9];
        for (number, item) in numbers.iter_mut().zip(items) {
            *number = i64::from(i32::try_from_object(vm, item.clone())?);
        }
        let [year, month, day, hour, minute, second, weekday, yearday, daylight] = numbers;
        if year < i64::from(i32::MIN) + 1900 {
            return Err(vm.new_overflow_error("year out of range"));
        }
        let weekday = (weekday + 1) % 7;
        let daylight = daylight.clamp(-1, 1);
        Ok(Self { year, month: month - 1, day, hour, minute, second, weekday, yearday: yearday - 1, daylight })
    }

    /// The same, with what may be left out as 0 filled in.
    ///
    /// # Errors
    /// If a part is not in its range.
    fn checked(mut self, vm: &VirtualMachine) -> PyResult<Self> {
        self.month = if self.month == -1 { 0 } else { self.month };
        self.day = if self.day == 0 { 1 } else { self.day };
        self.yearday = if self.yearday == -1 { 0 } else { self.yearday };
        let parts = [
            ("month", self.month, 0..=11),
            ("day of month", self.day, 1..=31),
            ("hour", self.hour, 0..=23),
            ("minute", self.minute, 0..=59),
            ("seconds", self.second, 0..=61),
            ("day of week", self.weekday, 0..=6),
            ("day of year", self.yearday, 0..=365),
        ];
        match parts.iter().find(|(_, value, range)| !range.contains(value)) {
            Some((name, ..)) => Err(vm.new_value_error(format!("{name} out of range"))),
            None => Ok(self),
        }
    }

    /// Makes a `time.struct_time` of it.
    fn struct_time(self, vm: &VirtualMachine) -> PyResult {
        let number = |value: i64| -> PyObjectRef { vm.ctx.new_int(value).into() };
        let weekday = (self.weekday + 6) % 7;
        let parts = [self.year, self.month + 1, self.day, self.hour, self.minute, self.second, weekday];
        let mut items: Vec<PyObjectRef> = parts.into_iter().map(number).collect();
        items.extend([number(self.yearday + 1), number(self.daylight)]);
        items.extend([vm.ctx.new_str("UTC").into(), number(0)]);
        let class = STRUCT_TIME.with(|class| class.borrow().clone());
        let class = class.ok_or_else(|| vm.new_runtime_error("there is no class struct_time yet"))?;
        class.as_object().call((vm.ctx.new_tuple(items),), vm)
    }

    /// Seconds since the beginning of 1970. Parts beyond their range count on, as in C.
    fn seconds(self) -> i64 {
        let year = self.year + self.month.div_euclid(12);
        let days = days_since_1970(year, self.month.rem_euclid(12), 1) + self.day - 1;
        days * DAY + self.hour * 3_600 + self.minute * 60 + self.second
    }

    fn asctime(self) -> String {
        let (day, month) = (&DAYS[self.weekday as usize][..3], &MONTHS[self.month as usize][..3]);
        format!("{day} {month}{:3} {:02}:{:02}:{:02} {}", self.day, self.hour, self.minute, self.second, self.year)
    }

    /// The year and the number of the week by ISO 8601.
    fn iso_week(self) -> (i64, i64) {
        let weekday = (self.weekday + 6) % 7;
        let week = (self.yearday - weekday + 10).div_euclid(7);
        let weeks = |year: i64| {
            let first = (days_since_1970(year, 0, 1) + 3).rem_euclid(7);
            let is_leap = days_since_1970(year + 1, 0, 1) - days_since_1970(year, 0, 1) == 366;
            if first == 3 || first == 2 && is_leap { 53 } else { 52 }
        };
        if week < 1 {
            (self.year - 1, weeks(self.year - 1))
        } else if week > weeks(self.year) {
            (self.year + 1, 1)
        } else {
            (self.year, week)
        }
    }

    /// What a directive of `strftime` stands for, and how it is filled up: the character and the width. `None` if there is no
    /// such directive.
    fn directive(self, letter: char) -> Option<(String, char, usize)> {
        let number = |value: i64, fill: char, width: usize| Some((value.to_string(), fill, width));
        let text = |text: &str| Some((text.to_owned(), ' ', 0));
        let twelve = (self.hour + 11) % 12 + 1;
        let half = if self.hour < 12 { "AM" } else { "PM" };
        match letter {
            'a' => text(&DAYS[self.weekday as usize][..3]),
            'A' => text(DAYS[self.weekday as usize]),
            'b' | 'h' => text(&MONTHS[self.month as usize][..3]),
            'B' => text(MONTHS[self.month as usize]),
            'c' => text(&self.format("%a %b %e %H:%M:%S %Y")),
            'C' => number(self.year.div_euclid(100), '0', 2),
            'd' => number(self.day, '0', 2),
            'D' | 'x' => text(&self.format("%m/%d/%y")),
            'e' => number(self.day, ' ', 2),
            'F' => text(&self.format("%Y-%m-%d")),
            'g' => number(self.iso_week().0.rem_euclid(100), '0', 2),
            'G' => number(self.iso_week().0, '0', 0),
            'H' => number(self.hour, '0', 2),
            'I' => number(twelve, '0', 2),
            'j' => number(self.yearday + 1, '0', 3),
            'k' => number(self.hour, ' ', 2),
            'l' => number(twelve, ' ', 2),
            'm' => number(self.month + 1, '0', 2),
            'M' => number(self.minute, '0', 2),
            'n' => text("\n"),
            'p' => text(half),
            'P' => text(&half.to_lowercase()),
            'r' => text(&self.format("%I:%M:%S %p")),
            'R' => text(&self.format("%H:%M")),
            's' => number(self.seconds(), '0', 0),
            'S' => number(self.second, '0', 2),
            't' => text("\t"),
            'T' | 'X' => text(&self.format("%H:%M:%S")),
            'u' => number((self.weekday + 6) % 7 + 1, '0', 1),
            'U' => number((self.yearday + 7 - self.weekday) / 7, '0', 2),
            'V' => number(self.iso_week().1, '0', 2),
            'w' => number(self.weekday, '0', 1),
            'W' => number((self.yearday + 7 - (self.weekday + 6) % 7) / 7, '0', 2),
            'y' => number(self.year.rem_euclid(100), '0', 2),
            'Y' => number(self.year, '0', 0),
            'z' => text("+0000"),
            'Z' => text("UTC"),
            '%' => text("%"),
            _ => None,
        }
    }

    /// What `strftime` gives. A directive may have a flag (`-`, `_`, `0`, `^`, `#`), a width, and `E` or `O`, as on Linux.
    fn format(self, format: &str) -> String {
        let mut made = String::new();
        let mut rest = format;
        while let Some(at) = rest.find('%') {
            made.push_str(&rest[..at]);
            let directive = &rest[at..];
            let flags = directive[1..].len() - directive[1..].trim_start_matches(['-', '_', '0', '^', '#']).len();
            let after = &directive[1 + flags..];
            let digits = after.len() - after.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
            let letters = after[digits..].trim_start_matches(['E', 'O']);
            let Some(letter) = letters.chars().next() else {
                rest = directive;
                break;
            };
            let whole = directive.len() - letters.len() + letter.len_utf8();
            match self.directive(letter) {
                Some(part) => {
                    // A width that is no number is larger than any text may be.
                    let width = after[..digits].parse().unwrap_or(0).min(1 << 16);
                    made.push_str(&filled(part, &directive[1..=flags], width));
                }
                None => made.push_str(&directive[..whole]),
            }
            rest = &directive[whole..];
        }
        made.push_str(rest);
        made
    }
}

/// A directive's text with its flags, at least `width` characters wide, and if that is 0 as wide as usual.
fn filled((text, fill, usual): (String, char, usize), flags: &str, width: usize) -> String {
    let mut fill = fill;
    let mut bare = false;
    let mut text = text;
    for flag in flags.chars() {
        match flag {
            '-' => bare = true,
            '_' => fill = ' ',
            '0' => fill = '0',
            '^' => text = text.to_uppercase(),
            _ if text == "AM" || text == "PM" => text = text.to_lowercase(),
            _ => text = text.to_uppercase(),
        }
    }
    let width = if width > 0 {
        width
    } else if bare {
        0
    } else {
        usual
    };
    let (sign, digits) = text.strip_prefix('-').filter(|_| fill == '0').map_or(("", &*text), |digits| ("-", digits));
    let fills = width.saturating_sub(text.chars().count());
    let mut made = String::from(sign);
    made.extend(std::iter::repeat_n(fill, fills));
    made + digits
}

/// Seconds since 1970 as a whole number, of what a caller gives for them.
fn whole(seconds: &PyObjectRef, vm: &VirtualMachine) -> PyResult<i64> {
    let out_of_range = || vm.new_overflow_error("timestamp out of range for platform time_t");
    if let Some(seconds) = seconds.downcast_ref::<PyFloat>() {
        let seconds = seconds.to_f64();
        if seconds.is_nan() {
            return Err(vm.new_value_error("Invalid value NaN (not a number)"));
        }
        let floor = seconds.floor();
        return if floor.abs() < 9.2e18 { Ok(floor as i64) } else { Err(out_of_range()) };
    }
    let index = seconds.try_index(vm)?;
    i64::try_from(index.as_bigint()).map_err(|_| out_of_range())
}

/// `time.gmtime` of these seconds, and `time.localtime`, which is the same here.
///
/// # Errors
/// CPython's, if the seconds are no number, or if the year has no room in 32 bits.
pub fn gmtime(seconds: &PyObjectRef, vm: &VirtualMachine) -> PyResult {
    moment(seconds, vm)?.struct_time(vm)
}

fn moment(seconds: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Moment> {
    let seconds = whole(seconds, vm)?;
    // About the year 2^31.
    if seconds.abs() > 67_767_976_233_532_799 {
        return Err(vm.new_overflow_error("timestamp out of range for platform time_t"));
    }
    Ok(Moment::at(seconds))
}

/// `time.ctime` of these seconds.
///
/// # Errors
/// Those of [`gmtime`].
pub fn ctime(seconds: &PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
    Ok(moment(seconds, vm)?.asctime())
}

/// `time.asctime` of a `struct_time`.
///
/// # Errors
/// If it is none, or if a part is not in its range.
pub fn asctime(given: &PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
    Ok(Moment::read(given, "asctime", vm)?.checked(vm)?.asctime())
}

/// `time.mktime` of a `struct_time`.
///
/// # Errors
/// If it is none.
pub fn mktime(given: &PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
    Ok(Moment::read(given, "mktime", vm)?.seconds() as f64)
}

/// `time.strftime` of a `struct_time`.
///
/// # Errors
/// If it is none, or if a part is not in its range.
pub fn strftime(format: &str, given: &PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
    Ok(Moment::read(given, "strftime", vm)?.checked(vm)?.format(format))
}
