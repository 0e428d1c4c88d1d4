#: gmtime and its fields
import time
t = time.gmtime(0)
print(t, t.tm_wday, t[6], t.tm_zone, t.tm_gmtoff, len(t), tuple(t), t == time.gmtime(0.9), t.n_fields, t.n_sequence_fields, t.n_unnamed_fields, type(t).__mro__[1])
print([time.gmtime(86400 * d).tm_wday for d in range(-3, 9)], time.gmtime(-1), time.gmtime(951782400)[:3], time.gmtime(1e9).tm_yday, time.gmtime(2**31).tm_year)
for f in [lambda: time.gmtime("a"), lambda: time.gmtime(1e20), lambda: time.gmtime(float("nan")), lambda: setattr(t, "tm_year", 1), lambda: t.tm_foo, lambda: time.gmtime(1, 2)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: asctime and ctime
import time
print(time.asctime((2024, 2, 29, 1, 2, 3, 3, 60, 0)), time.asctime(time.gmtime(0)), time.asctime((-5, 1, 1, 0, 0, 0, 0, 1, 0)), time.asctime((12345, 12, 31, 23, 59, 61, 6, 366, 0)), len(time.ctime(0)))
for a in [(1, 2), 5, "x", (2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 0, 0, 0, 0, 0, 0, 0, 0), (2024, 1, 32, 0, 0, 0, 0, 1, 0), (2024, 1, 1, 24, 0, 0, 0, 1, 0), (2024, 1, 1, 0, 60, 0, 0, 1, 0), (2024, 1, 1, 0, 0, 62, 0, 1, 0), (2024, 1, 1, 0, 0, 0, 7, 1, 0), (2024, 1, 1, 0, 0, 0, -1, 1, 0), (2024, 1, 1, 0, 0, 0, 0, 367, 0), ("a",) * 9, (2024, 1.5, 1, 0, 0, 0, 0, 1, 0)]:
    try:
        print(a, time.asctime(a))
    except Exception as e:
        print(a, type(e).__name__, e)

#: strftime directives
import time
t = (2024, 2, 5, 14, 3, 9, 0, 36, 0)
for d in "aAbBcdHIjmMpSUwWxXyYuVGhDFTRrnte%":
    print(d, repr(time.strftime("%" + d, t)), end=" ")
print()
print(time.strftime("", t), time.strftime("é %Y", t), repr(time.strftime("a\0b %d", t)), time.strftime("%Y", (5,) + t[1:]), time.strftime("%C", t), time.strftime("%%d", t))
for a in [("%Y", 5), (5, t), ("%d", (2024, 1, 32, 0, 0, 0, 0, 1, 0)), ("%a", (2024, 1, 1, 0, 0, 0, -2, 1, 0)), ("%j", (2024, 1, 1, 0, 0, 0, 0, 400, 0)), (), ("%H", (2024, 1, 1, -1, 0, 0, 0, 1, 0))]:
    try:
        print(a, time.strftime(*a))
    except Exception as e:
        print(a, type(e).__name__, e)

#: mktime and timegm
import calendar, time
print(calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.timegm(time.gmtime(123456789)), time.mktime(time.localtime(1000000)), time.localtime(0).tm_isdst)
for a in [(1,), "x", (2024, 1, 1, 0, 0, 0, 0, 0), (2024, "a", 1, 0, 0, 0, 0, 0, 0)]:
    try:
        print(time.mktime(a))
    except Exception as e:
        print(a, type(e).__name__, e)

#: struct_time built by hand
import time, pickle, copy
s = time.struct_time(range(9)); u = time.struct_time(range(11))
print(s, s.tm_zone, u.tm_gmtoff, u.tm_zone, s[1:3], s + (1,), s == tuple(range(9)), hash(s) == hash(tuple(s)), copy.copy(s) == s, s.__reduce__()[1][0], time.struct_time.__match_args__, copy.replace(s, tm_year=99))
for f in [lambda: time.struct_time(5), lambda: time.struct_time((1,)), lambda: time.struct_time(range(12)), lambda: time.struct_time(), lambda: s._replace(x=1), lambda: copy.replace(s, zz=1), lambda: time.struct_time(range(9), {"tm_zone": "Q"}).tm_zone, lambda: time.struct_time(range(9), 5), lambda: type("S", (time.struct_time,), {})]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: strptime
import time
from datetime import datetime
print(time.strptime("2024-02-29 13:45:01", "%Y-%m-%d %H:%M:%S"), time.strptime("5 Mar 99", "%d %b %y")[:3], time.strptime("100 2024", "%j %Y")[:8], time.strptime("Mon 3 2024", "%a %W %Y")[:3], datetime.strptime("1.500 +0130", "%S.%f %z"), datetime.strptime("12 AM", "%I %p"), datetime.strptime("2020-W10-3", "%G-W%V-%u"))
for a in [("x", "%Y"), ("2024 x", "%Y"), ("30 Feb 2024", "%d %b %Y"), ("1", "%Q"), ("1", "%"), ("13", "%m"), ("", "%d"), ("24", "%H"), (5, "%d"), ("1", 5), ("2024-10", "%G-%V"), ("a", "%a"), ("60", "%M"), ("10", "%V"), ("1 1", "%d %d")]:
    try:
        print(a, time.strptime(*a)[:6])
    except Exception as e:
        print(a, type(e).__name__, e)

#: datetime constructor errors
from datetime import *
for f in [lambda: date(2024, 13, 1), lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(10000, 1, 1), lambda: date(2024, 1), lambda: date("a", 1, 1), lambda: date(1.5, 1, 1), lambda: time(24), lambda: time(0, 60), lambda: time(0, 0, 0, 10**6), lambda: time(tzinfo=5), lambda: time(fold=2), lambda: datetime(2024, 1, 1, 25), lambda: timedelta("a"), lambda: timedelta(10**9), lambda: timedelta(days=float("nan")), lambda: timezone(5), lambda: timezone(timedelta(1)), lambda: timezone(timedelta(0), 5), lambda: date(2024, 1, 1, 1), lambda: date(year=2024, month=1), lambda: timedelta(bad=1), lambda: date.fromordinal(0), lambda: datetime.fromtimestamp("a"), lambda: datetime.fromtimestamp(1e20, timezone.utc)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: datetime arithmetic and comparison errors
from datetime import *
d, n, a = date(2024, 2, 28), datetime(2024, 2, 28, 1, 2, 3), datetime(2024, 2, 28, tzinfo=timezone.utc)
print(d + timedelta(2), n - timedelta(hours=2), d - date(2024, 1, 1), a - datetime(2024, 2, 28, tzinfo=timezone(timedelta(hours=2))), n == a, d == n, timedelta(1, 3600) / 2, timedelta(5) // timedelta(2), timedelta(5) % timedelta(2), divmod(timedelta(5), timedelta(2)), -timedelta(seconds=1), abs(timedelta(-1)), timedelta(hours=1) * 1.5, timedelta(days=-1, seconds=5), repr(timedelta(-1, 5)), timedelta.max, timedelta.resolution, timedelta(weeks=1, milliseconds=1).total_seconds(), bool(timedelta(0)), sum([timedelta(1)] * 2, timedelta()))
for f in [lambda: d + 1, lambda: d + d, lambda: d - n, lambda: n - a, lambda: n < a, lambda: d < 5, lambda: d < n, lambda: timedelta(1) + 1, lambda: timedelta(1) / 0, lambda: timedelta(1) * "a", lambda: date.max + timedelta(1), lambda: time(1) < time(1, tzinfo=timezone.utc), lambda: time(1) + timedelta(1), lambda: timedelta.max * 2, lambda: 1 - timedelta(1), lambda: timedelta(1) < 1]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: datetime formats and parsing
from datetime import *
n = datetime(2024, 2, 5, 14, 3, 9, 1200, tzinfo=timezone(timedelta(hours=5, minutes=30), "IST"))
print(n, repr(n), n.isoformat("_", "minutes"), n.isoformat(timespec="milliseconds"), n.strftime("%Y %j %f %z %:z %Z %A"), f"{n:%H:%M}", f"{n}", n.ctime(), n.isocalendar(), n.timetuple(), n.utctimetuple()[:5], n.weekday(), n.isoweekday(), n.timestamp(), n.astimezone(timezone.utc), n.replace(tzinfo=None, fold=1), n.date(), n.timetz(), n.toordinal(), n.utcoffset(), n.tzname(), n.tzinfo, repr(n.tzinfo), timezone.utc, repr(timezone.utc), timezone(-timedelta(hours=1)), sep="|")
print(date.fromisoformat("2024-W06-1"), datetime.fromisoformat("2024-02-05T10:20:30.5Z"), time.fromisoformat("T102030"), datetime.fromisoformat("20240205T10"), datetime.fromisoformat("2024-02-05T24:00"), date.fromisocalendar(2024, 6, 1), date.min, time.max, datetime.combine(date(2024, 1, 1), time(5)), date.strptime("5 2 2024", "%d %m %Y"), time.strptime("10", "%H"))
for f in [lambda: date.fromisoformat("2024-2-5"), lambda: date.fromisoformat(5), lambda: datetime.fromisoformat("x"), lambda: time.fromisoformat("25:00"), lambda: n.isoformat(timespec="x"), lambda: n.isoformat(5), lambda: n.strftime(5), lambda: date.fromisocalendar(2024, 54, 1), lambda: n.replace(month=13), lambda: format(n, 5), lambda: datetime.fromisoformat("2024-02-05T10:20:61"), lambda: date.fromisoformat("2024-02-30"), lambda: datetime.strptime("x", "%Y")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: a tzinfo of one's own
from datetime import *
class Z(tzinfo):
    def utcoffset(self, d): print("offset", d is None); return timedelta(hours=1)
    def dst(self, d): return timedelta(0)
    def tzname(self, d): return "ZZ"
class B(tzinfo):
    def utcoffset(self, d): return 5
class C(tzinfo):
    def utcoffset(self, d): return timedelta(2)
print(datetime(2024, 1, 1, tzinfo=Z()).isoformat(), datetime(2024, 1, 1, tzinfo=Z()).tzname(), time(1, tzinfo=Z()).utcoffset(), datetime(2024, 1, 1, tzinfo=timezone.utc).astimezone(Z()))
for f in [lambda: datetime(2024, 1, 1, tzinfo=tzinfo()).utcoffset(), lambda: str(datetime(2024, 1, 1, tzinfo=B())), lambda: str(datetime(2024, 1, 1, tzinfo=C())), lambda: tzinfo().tzname(None), lambda: Z().fromutc(5), lambda: timezone.utc.utcoffset(5), lambda: type("T", (timezone,), {})]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: datetime attributes are member or getset descriptors
import inspect
from datetime import *
for c, n in [(timedelta, "days"), (date, "year"), (datetime, "hour"), (time, "fold")]:
    a = inspect.getattr_static(c, n)
    print(n, type(a).__name__, inspect.ismemberdescriptor(a), inspect.isgetsetdescriptor(a), inspect.isdatadescriptor(a))
for f in [lambda: setattr(date(2024, 1, 1), "year", 5), lambda: setattr(timedelta(1), "days", 5), lambda: setattr(date(2024, 1, 1), "x", 5), lambda: setattr(date, "x", 5)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: calendar
import calendar
print(calendar.month(2024, 2)); print(calendar.TextCalendar(6).formatweek([(1, 0), (2, 1), (0, 6)], 3))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.weekday(2024, 2, 5), calendar.day_name[0], list(calendar.month_abbr)[:3], calendar.Month.MAY, repr(calendar.Day.SUNDAY), calendar.monthcalendar(2024, 2)[0], calendar.firstweekday(), list(calendar.Calendar(0).itermonthdays2(2024, 2))[:4], calendar.HTMLCalendar().formatday(5, 2))
for f in [lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.month(2024, 0), lambda: calendar.weekday(2024, 2, 30), lambda: calendar.day_name[9], lambda: calendar.weekday("a", 1, 1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: re errors and their positions
import re
for p in ["(", ")", "[", "[z-a]", "*", "a**", "a{2,1}", "(?P<1>a)", "(?P<a>x)(?P<a>y)", r"\1", "(?<=a+)b", "(?z)", r"\q", "a(?i)b", "(?P=x)", "(?P<n", "[a-\\d]", "(?(1)a|b|c)", "(?(2)a)", r"\N{foo}", r"\x1", "(?:", "(?#", "\\", "a{99999999999}", "(?-i)", "x++", "(?>a", "(?P>x)"]:
    try:
        re.compile(p); print(p, "fine")
    except re.PatternError as e:
        print(p, "|", e, "|", e.pos, e.lineno, e.colno)
    except Exception as e:
        print(p, "|", type(e).__name__, e)

#: re match objects
import re
m = re.search(r"(?P<y>\d+)-(\w)?(x)?", "on 2024-b!")
print(m, m.group(), m.group("y", 2), m.groups("none"), m.groupdict(), m.span(), m.span("y"), m.start(3), m[0], m["y"], m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re, m.expand(r"\g<y>/\2"), m.regs, bool(m), re.match("a", "b"), re.fullmatch("a|ab", "ab"), re.prefixmatch("a", "ab") if hasattr(re, "prefixmatch") else None)
for f in [lambda: m.group(9), lambda: m.group("zz"), lambda: m["q"], lambda: m.expand(r"\9"), lambda: m.span("z"), lambda: m.group(-1), lambda: m.group(1.5), lambda: setattr(m, "pos", 1), lambda: type(m)(), lambda: len(m), lambda: iter(m)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: re substitution and splitting
import re
print(re.sub("a", "b", "aaa", count=2), re.subn("x*", "-", "abxd"), re.sub(r"(.)(.)?", r"\2\1", "abc"), re.sub("(a)", lambda m: m[1].upper(), "bab"), re.split("(,)|;", "a,b;c"), re.split("x*", "axbc"), re.split(",", "a,b,c", maxsplit=1), re.findall("(a)(b)?", "aab"), re.findall("", "ab"), [m.span() for m in re.finditer("a*?", "aa")], re.escape("a.b*c é\n-"), re.sub(r"\b", "|", "a bc"), re.sub("(?P<q>.)", r"<\g<q>\g<0>>", "ab"), re.sub("a", r"\n\\", "a"), re.sub("^", ">", "a\nb", flags=re.M))
for f in [lambda: re.sub("a", r"\2", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", 5, "a"), lambda: re.sub("a", lambda m: 5, "a"), lambda: re.sub(b"a", "b", "a"), lambda: re.findall("a", 5), lambda: re.findall("a", b"a"), lambda: re.sub("a", r"\g<", "a"), lambda: re.sub("a", r"\g<-1>", "a"), lambda: re.split("a", "b", -1), lambda: re.compile("a").sub("b"), lambda: re.compile(5), lambda: re.compile(re.compile("a"), re.I)]:
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

#: re flags and pattern objects
import re, copy, pickle
p = re.compile("(?P<a>x)(y)", re.I | re.X)
print(p, p.flags, p.groups, p.groupindex, p.pattern, re.compile("a") is re.compile("a"), copy.copy(p) is p, copy.deepcopy(p) is p, pickle.loads(pickle.dumps(p)) == p, hash(p) == hash(re.compile("(?P<a>x)(y)", 66)), re.compile(b"a"), re.compile("a" * 300).__repr__()[-20:], re.I | re.M, re.RegexFlag(0), repr(re.ASCII), re.compile("é", re.A | re.I).match("É"), re.NOFLAG, type(p), p == 5)
for f in [lambda: re.compile("a", re.L), lambda: re.compile(b"a", re.U), lambda: re.compile("a", re.A | re.U), lambda: re.compile("(?u)a", re.A), lambda: type(p)(), lambda: setattr(p, "flags", 1), lambda: p.match(), lambda: p.match("a", "b"), lambda: p < p]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: re corners
import re
print(re.findall(r"(?<=a)b|(?<!a)c", "abcc"), re.match(r"(a)?(?(1)b|c)", "c"), re.match(r"(?:a|b)+?c", "abc"), re.match(r"a++a", "aaa"), re.match("(?>a|ab)c", "abc"), re.match(r"(\w+) \1", "ab ab"), re.search(r"\d", "٣"), re.search(r"(?a:\d)", "٣"), re.match("(?i:a)b", "Ab"), re.match("(?s:.)", "\n"), re.findall(r"\w+", "naïve_1 x"), re.match("ſ", "S", re.I), re.match("[^\\W\\d]", "_"), re.match(r"\A\Z", ""), re.findall("(?m)^.*$", "a\nb"), re.findall(r"[\]a-]", "]-b"), re.match("a{,2}", "aaa"), re.match("a{ 1}", "a{ 1}"), re.search("$", "a\n"), re.findall("\\B", "ab"), re.match("[\\x41-\\u0043]+", "ABC"), re.match("(a*)*", "aa").groups(), re.match("(a|ab)(c|bcd)(d*)", "abcd").groups())

#: json decoding errors
import json
for s in ["", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "[1 2]", "nul", "1.", "-", "01", "\"a\nb\"", "\"\\q\"", "\"\\u12\"", "[1] x", "{\"a\" 1}", "NaN", "-Infinity", "\ufeff1", "\"\\ud83d\\ude00\"", "1e400", "[[[", "tru", "{\"a\":}", "\"abc", "1 ", "{\"a\":1 \"b\":2}", "{1:2}"]:
    try:
        print(repr(s), repr(json.loads(s)))
    except ValueError as e:
        print(repr(s), type(e).__name__, e, e.pos)

#: json encoding options
import json
from enum import IntEnum
from collections import namedtuple, OrderedDict
class I(IntEnum): A = 1
class S(str):
    def __str__(self): return "no"
print(json.dumps({"b": [1, 2.0, None, True], "a": {}}, indent=2, sort_keys=True), json.dumps([], indent=2), json.dumps("é\n\x7f\u2028😀"), json.dumps("é", ensure_ascii=False), json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps({1: 1, None: 2, True: 3, 1.5: 4, I.A: 5}), json.dumps([float("nan"), float("inf"), 1e100, -0.0, 10**20, I.A, S("s")]), json.dumps((1, namedtuple("N", "x")(2))), json.dumps({(1,): 2, "a": 1}, skipkeys=True), json.dumps({"a": [1]}, indent="\t"), json.dumps({1, 2}, default=sorted), json.dumps([1], indent=0))
for f in [lambda: json.dumps({1}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({1: 1, "a": 2}, sort_keys=True), lambda: json.dumps(b"a"), lambda: json.dumps(1j), lambda: json.loads(5), lambda: json.loads(b"\xff"), lambda: json.dumps([{"k": object}]), lambda: json.dumps(1, bad=1), lambda: json.dumps(l := [1]) and l.append(l) or json.dumps(l)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "__notes__", ""))

#: json hooks
import json
print(json.loads('{"a": 1, "b": {"a": 2}}', object_pairs_hook=lambda p: print(p) or dict(p)), json.loads("[1.5, 2, NaN]", parse_float=str, parse_int=lambda s: s + "!", parse_constant=repr), json.loads('{"a": 1}', object_hook=lambda d: list(d)), json.loads('{"a": 1, "a": 2}'), json.JSONDecoder().raw_decode('1 x'), json.loads(b'"\xc3\xa9"'), json.loads('"é"'.encode("utf-16")), json.loads('["a\nb"]', strict=False))
class E(json.JSONEncoder):
    def default(self, o): return f"<{type(o).__name__}>" if isinstance(o, set) else super().default(o)
print(json.dumps([{1}], cls=E), list(E().iterencode([1, {"a": 2}])), json.JSONEncoder(indent=1).encode({"a": 1}))
try:
    E().encode([object])
except TypeError as e:
    print(e)

#: csv
import csv, io
print(list(csv.reader(['a,"b,c",d', '"x""y",,', "", "1,'2,3'"])), list(csv.reader(["a b  c"], delimiter=" ", skipinitialspace=True)), list(csv.reader(['1,"2",3'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.DictReader(["a,b", "1,2,3", "4"])), csv.list_dialects(), list(csv.reader(['"a\n', 'b",c'])))
s = io.StringIO(); w = csv.writer(s, quoting=csv.QUOTE_MINIMAL); w.writerow(["a,b", 'q"q', None, 1.5, "", "x\ny", " s"]); w.writerow([""]); w.writerow([]); csv.DictWriter(s, ["x", "y"], restval="-").writerows([{"x": 1}]); print(repr(s.getvalue()))
for f in [lambda: list(csv.reader(['a"b'], strict=True)), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: csv.reader([], delimiter="ab"), lambda: csv.reader([], quotechar=5), lambda: csv.writer(5), lambda: list(csv.reader([5])), lambda: list(csv.reader([b"a"])), lambda: csv.reader(5), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1}), lambda: csv.get_dialect("nope"), lambda: csv.reader([], "nope"), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.reader([], quoting=9), lambda: csv.reader([], bad=1), lambda: csv.field_size_limit("a"), lambda: csv.Sniffer().sniff("a"), lambda: list(csv.reader(["a,x"], quoting=csv.QUOTE_NONNUMERIC)), lambda: csv.register_dialect("x", delimiter="")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: configparser
import configparser, io
c = configparser.ConfigParser()
c.read_string("[DEFAULT]\nbase = /r\n[a]\npath: %(base)s/x\nn = 5\nflag = yes\nmulti = 1\n  2\n; note\nempty =\n[b]\nn=6")
print(c.sections(), c["a"]["path"], c.getint("a", "n"), c["a"].getboolean("flag"), repr(c["a"]["multi"]), c.get("b", "zz", fallback="fb"), dict(c["b"]), "a" in c, c.has_option("b", "base"), c.options("b"), c.get("a", "path", raw=True), c["a"].get("no"), repr(c["a"]["empty"]))
s = io.StringIO(); c.write(s); print(repr(s.getvalue()))
for f in [lambda: c["zz"], lambda: c.get("a", "zz"), lambda: c.getint("a", "path"), lambda: c.read_string("[a]\nx=1\nx=2"), lambda: c.read_string("[a]\n[a]"), lambda: c.read_string("x=1"), lambda: c.read_string("[a\nq"), lambda: c.set("a", "n", 5), lambda: c.add_section("a"), lambda: c.getboolean("a", "path"), lambda: c.set("a", "i", "%(nope)s") or c.get("a", "i"), lambda: c.set("a", "k", "%q"), lambda: c.set("a", "l", "%(l)s") or c.get("a", "l"), lambda: c["a"]["zz"]]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace("\n", "/"))

#: pprint
from pprint import *
from dataclasses import make_dataclass
from collections import *
from types import SimpleNamespace
d = {"b": list(range(30)), "a": {"k" * 10: "v" * 30, "z": ("t" * 20,) * 3}, 5: "word " * 20}
pprint(d, width=50); pprint(d, sort_dicts=False, depth=1, compact=True); pprint(list(range(40)), width=30, compact=True); pprint([1.5, 10**7], underscore_numbers=True)
pprint([OrderedDict(a=[1] * 30), defaultdict(int, x=1), Counter("aab"), deque([1]), ChainMap({1: 2}), SimpleNamespace(a=1), make_dataclass("D", ["x"])("y" * 40), {3, 1, 2}, b"x" * 90, frozenset([1]), {"a": 1}.items()], width=40)
l = [1]; l.append(l); print(isrecursive(l), isreadable([1]), saferepr({"b": 1, "a": 2}), pformat("a b " * 10, width=20))

#: reprlib
import reprlib
print(reprlib.repr(list(range(20))), reprlib.repr("x" * 50), reprlib.repr({i: i for i in range(9)}), reprlib.repr({3, 1, 2}), reprlib.repr(10**60), reprlib.repr([[[[[[[1]]]]]]]), reprlib.repr((1,)), reprlib.repr(b"q" * 40), reprlib.Repr(maxlist=1, indent=2).repr([1, [2]]), reprlib.repr(object.__doc__), reprlib.repr(range(9)))
class A:
    def __repr__(self): return "x" * 40
class B:
    @reprlib.recursive_repr("<again>")
    def __repr__(self): return f"B({self.me!r})"
class C:
    def __repr__(self): raise ValueError
b = B(); b.me = [b]; print(reprlib.repr(A()), b, reprlib.repr(C())[:12])

#: difflib
import difflib
a, b = "one\ntwo\nthree\n".splitlines(True), "one\ntoo\nthree\nfour\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "A", "B")), "".join(difflib.ndiff(a, b)), "".join(difflib.context_diff(a, b, "A", "B", n=0)), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), difflib.SequenceMatcher(None, "ab", "acb").get_opcodes(), difflib.SequenceMatcher(None, "abx", "abcx").get_matching_blocks(), list(difflib.restore(difflib.ndiff(a, b), 1)))
for f in [lambda: difflib.get_close_matches("a", ["b"], n=0), lambda: difflib.get_close_matches("a", [], cutoff=2), lambda: list(difflib.unified_diff("a", [1])), lambda: list(difflib.restore([], 3))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: shlex fnmatch glob and html
import shlex, fnmatch, html, glob, urllib.parse as u, base64, binascii, hashlib, zlib, struct, textwrap
print(shlex.split("a 'b c' \"d\\\"e\" f\\ g # x"), shlex.quote("a b'c"), shlex.join(["a", "b c"]), fnmatch.filter(["a.py", "b.txt"], "*.py"), fnmatch.translate("a[!b]?*"), html.escape("<a & 'b'>"), html.unescape("&lt;&eacute;&#39;&nope;"), u.quote("a b/é?"), u.urlencode({"a": "1 2", "b": ["x"]}, doseq=True), u.urlsplit("http://u@h:8/p?q#f"), base64.b64encode(b"abc?"), hashlib.md5(b"a").hexdigest(), zlib.crc32(b"a"), struct.pack("<iH", 1, 2), struct.unpack(">h", b"\xff\xfe"), struct.calcsize("@iq"), glob.escape("a[b]*"))
for f in [lambda: shlex.split("'a"), lambda: shlex.split(None), lambda: base64.b64decode("a"), lambda: base64.b64decode("é"), lambda: binascii.unhexlify("a"), lambda: struct.pack("i", "a"), lambda: struct.unpack("i", b"a"), lambda: struct.pack("z"), lambda: struct.pack("b", 300), lambda: struct.pack("ii", 1), lambda: zlib.decompress(b"x"), lambda: hashlib.new("nope"), lambda: hashlib.md5("a"), lambda: u.urlsplit("http://[x").port, lambda: html.escape(5), lambda: struct.unpack_from("i", b"abc", 5)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: a timed log handler rolls on the right weekday
import logging.handlers, os, tempfile, time, datetime
fd, p = tempfile.mkstemp(); os.close(fd)
now = datetime.datetime(2024, 2, 7, 12, 0, tzinfo=datetime.timezone.utc).timestamp()
for when in ("W0", "W2", "W3", "W6", "MIDNIGHT", "D", "H", "S"):
    h = logging.handlers.TimedRotatingFileHandler(p, when, delay=True, utc=True)
    print(when, time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(h.computeRollover(now))), h.interval, h.suffix); h.close()
for w in ("W9", "Q", "W"):
    try: logging.handlers.TimedRotatingFileHandler(p, w, delay=True)
    except ValueError as e: print(e)
os.remove(p)
