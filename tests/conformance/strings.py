#: str methods called with the wrong arguments
s = "a"
for f, a in [(s.join, ([1],)), (s.join, (5,)), (s.split, ("",)), (s.split, (1,)), (s.replace, ("a",)), (s.find, (1,)), (s.index, ("z",)), (s.startswith, (1,)), (s.startswith, (("a", 1),)),
             (s.center, (5, "ab")), (s.zfill, ("3",)), (s.encode, (3,)), (s.upper, (1,)), (s.translate, ()), (s.partition, ("",)), (s.count, ()), (s.ljust, ()), (s.strip, (3,)), (s.rindex, ("q",)), (s.removeprefix, (1,))]:
    try:
        print(f.__name__, a, f(*a))
    except Exception as e:
        print(f.__name__, a, type(e).__name__, e)

#: str methods and keyword arguments
for call in ['"a b".split(sep=None, maxsplit=0)', '"a".split(maxsplt=1)', '"a".encode(encoding="utf-8", errors="x")', '"a\\tb".expandtabs(tabsize=2)', '"aa".replace("a", "b", count=1)', '"a".splitlines(keepends=1)', '"a".find(sub="a")', '"a".upper(x=1)', '"a".format_map(mapping={})']:
    try:
        print(call, eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)

#: str operators with other types
for code in ["'a' + 1", "1 + 'a'", "'a' + b'b'", "'a' * 1.5", "'a' * 'b'", "'a' - 'b'", "'a' < 1", "'abc'['b']", "'abc'[1.0]", "'abc'[9]", "1 in 'a'", "-'a'", "'a' % ()", "'a' @ 'b'", "int < 'a'"]:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)

#: assigning into a str
s = "abc"
for code in ["s[0] = 'x'", "del s[0]", "s.x = 1", "del s.upper", "s.upper = 1", "s[1:2] = 'q'", "str.x = 1", "del str.upper"]:
    try:
        exec(code)
    except Exception as e:
        print(code, type(e).__name__, e)

#: str constructor errors
for a, k in [((b"x", 5), {}), ((5, "utf-8"), {}), (("a", "utf-8"), {}), ((b"\xff", "ascii"), {}), ((b"x", "nocodec"), {}), ((1, 2, 3, 4), {}), ((), dict(encoding="x")), ((), dict(errors="x")), ((b"ab",), {}), ((), dict(bad=1)), ((b"a",), dict(encoding="u8", errors="ignore"))]:
    try:
        print(a, k, repr(str(*a, **k)))
    except Exception as e:
        print(a, k, type(e).__name__, e)

#: a subclass of str and what its methods return
class S(str):
    def __str__(self): return "from str"
    def __format__(self, spec): return f"<{spec}>"
s = S("abc")
print(s, repr(s), f"{s}", f"{s:x}", f"{s!s:>10}", "%s" % s, "{}".format(s), s + "", type(s + ""), type(s.upper()), type(s[:]), type(str(s)), type("".join([s])), s == "abc", hash(s) == hash("abc"))

#: __str__ and __repr__ that return no string
class A:
    def __str__(self): return 5
    def __repr__(self): return None
class B:
    def __format__(self, s): return 1
for f in [lambda: str(A()), lambda: repr(A()), lambda: f"{A()}", lambda: "%r" % A(), lambda: format(B()), lambda: [A()].__repr__(), lambda: ascii(A()), lambda: f"{B():x}"]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: alignment sign and grouping in format
for v, s in [(42, "*^9"), (-42, "=+9"), (42, "09"), (-3, " "), (1234567, ","), (1234567, "_"), (255, "#x"), (255, "#_b"), (255, "X"), (65, "c"), (3.14159, ".2f"), (1e10, ",.1f"), (0.25, ".1%"), (1e-5, "g"), (12345.678, ".3g"), (float("nan"), "08"), (-0.0, "z.1f"), ("abc", ".2"), ("abc", "^7"), ("é", "=>4"), (True, "d"), (True, ""), (1+2j, ".1f"), (10**20, ",d"), (1.5, "_"), (3, "010_b")]:
    print(repr(format(v, s)), end=" ")
print()

#: format errors name the code and the type
for v, s in [("a", "d"), (1, "s"), (1, ".2"), (1.5, "d"), (1.5, "x"), ("a", "+"), ("a", "=5"), ("a", ","), (1, ",x"), (1, ",_"), (1, "_,"), (1, "z"), ("a", "#"), ([], "5"), (None, "x"), (object, "q"), (1, "!"), (1.0, "1.2.3"), (-1, "c"), (1j, "="), (1j, "05"), (1, "99999999999999999999"), (1, ",c"), (1.0, ".-1f"), ("a", " "), (True, "s")]:
    try:
        print(repr(v), s, repr(format(v, s)))
    except Exception as e:
        print(repr(v), s, type(e).__name__, e)

#: str.format fields
class O:
    x = [1, {"k": "v"}]
print("{0.x[1][k]} {0.x[0]:>3} {a!r:<5}| {{}}".format(O, a="q"))
print("{:{}}".format("a", 4) + "|", "{:{w}.{p}}".format("abcdef", w=5, p=2) + "|", "{0}{0}".format(1), "{a[-1]}".format(a={"-1": "neg"}), "{!a}".format("é"))
for t, a in [("{", ()), ("}", ()), ("{0} {}", (1, 2)), ("{} {0}", (1,)), ("{}", ()), ("{1}", (1,)), ("{a}", ()), ("{0.y}", (1,)), ("{0[z]}", ([1],)), ("{!z}", (1,)), ("{0!}", (1,)), ("{0[}", (1,)), ("{0]}", (1,)), ("{:{:{}}}", (1, 2, 3)), ("{0.}", (1,)), ("{!rx}", (1,))]:
    try:
        print(t, t.format(*a))
    except Exception as e:
        print(t, type(e).__name__, e)

#: percent formatting
print("%5.2f|%-6d|%+d|%x|%#o|%e|%g|%c%c|%r|%a|%%|%05d|% d" % (3.14159, 42, 5, 255, 8, 12345.678, 1e-7, "a", 66, "é", "é", -42, 7))
print("%(a)s %(b)03d %(a)r" % {"a": "x", "b": 5}, "%*d" % (5, 42), "%-*.*f|" % (8, 2, 1.23456), "%s" % (("t",),), "%.2s" % "abc", "%i %u" % (1.9, -2), "%#x" % 10)

#: percent formatting errors
for t, a in [("%d", "a"), ("%d", 1j), ("%x", 1.5), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%s %s", "a"), ("%s", ("a", "b")), ("%(a)s", ("x",)), ("%(a)s", {}), ("%", 1), ("%z", 1), ("%q", ()), ("a", 1), ("%f", "x"), ("%*d", ("a", 1)), ("%(a", {"a": 1}), ("%5", 1), ("%d", None), ("abc", [1]), ("%s %z", (1, 2))]:
    try:
        print(t, repr(t % a))
    except Exception as e:
        print(t, type(e).__name__, e)

#: f-strings nested and with equals
x, w, name = 3.14159, 10, "ab"
print(f"{x=}", f"{x = :.2f}", f"{name=!s}", f"{x:{w}.{2}f}|", f"{name!r:>{w}}|", f"{x + 1 = }", f"{ {'a': 1}['a'] }", f"{{}}{{{w}}}", f"{'a' 'b'}", f"{f'{f"{w}"}'}", f"{(lambda v: v * 2)(4)}", f"{w!a:^6}")
print(f"{name
}", f'{"\n".join(["a", "b"])!r}', f"{w:{'>'}{'5'}}", f"{ w = !r}", f"{(y := 5)} {y}")

#: f-string evaluation order and format calls
class V:
    def __init__(self, n): self.n = n
    def __format__(self, s): print("format", self.n, repr(s)); return str(self.n)
    def __repr__(self): print("repr", self.n); return f"V{self.n}"
def f(n): print("eval", n); return V(n)
print(f"{f(1)} {f(2)!r} {f(3):{f(4)}} {f(5)=}")

#: f-string and t-string syntax errors
for src in ["f'{'", "f'}'", "f'{}'", "f'{a!}'", "f'{a!x}'", "f'{a b}'", "f'{*}'", "f'{lambda x: 1}'", "t'{}'", "f'{a!r:'", "f'{=}'", "f'a' t'b'", "f'{a:{b:{c}}}'", "f'{a $ b}'", "f'{!r}'"]:
    try:
        compile(src, "s", "eval"); print(src, "fine")
    except SyntaxError as e:
        print(src, type(e).__name__, e.msg)

#: t-string parts and interpolations
name, n = "Ann", 3
t = t"Hi {name!r:>5} and {n + 1 = :0{n}d}!"
print(type(t), t.strings, t.values, [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations], len(list(t)))
print(list(t)[0], type(list(t)[1]).__name__, repr(t"a{n}b"), (t"a" + t"{n}").strings, t"".strings, list(t""), t"{n}{name}".strings)

#: t-string errors and templates made by hand
from string.templatelib import Template, Interpolation, convert
print(Template("a", "b", Interpolation(1, "x"), Interpolation(2)).strings, Interpolation(1, "x", "r", ".2"), convert("é", "a"), convert(5, None), Interpolation.__match_args__)
for f in [lambda: t"a" + "b", lambda: "b" + t"a", lambda: Template(5), lambda: Interpolation(), lambda: Interpolation(1, 2), lambda: Interpolation(1, "x", "z"), lambda: t"{1/0}", lambda: t"a" == t"a", lambda: hash(t"a") and 1, lambda: setattr(t"a", "strings", 1), lambda: type("T", (Template,), {}), lambda: str(t"a{5}")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: t-string rendered by a function
from string.templatelib import Interpolation
def html(t):
    out = []
    for part in t:
        match part:
            case str(): out.append(part)
            case Interpolation(v, expr, conv, spec): out.append(f"[{format(repr(v) if conv == 'r' else v, spec)}|{expr}]")
    return "".join(out)
a, b = 255, "<q>"
print(html(t"x={a:#x} {b!r} {a if b else 0} {{k}} {a:>{6}}"))

#: repr of strings with quotes and control characters
for s in ["'", '"', "'\"", "\\", "\n\t\r", "\x00\x7f", "é\xa0\xad", "\u200b\u3000", "\ud800", "\U0001f600", "\u0378", "\x85", "a\u0301"]:
    print(repr(s), ascii(s), len(s), s.isprintable())

#: encodings round a text
s = "aé€😀"
for enc in ["utf-8", "utf-16", "utf-16-le", "utf-32-be", "utf-7", "latin-1", "ascii", "cp1252", "unicode_escape", "raw_unicode_escape", "utf-8-sig", "punycode", "idna", "cp437", "koi8-r", "shift_jis", "rot13", "hex"]:
    try:
        b = s.encode(enc); print(enc, b, b.decode(enc) == s)
    except Exception as e:
        print(enc, type(e).__name__, str(e)[:150])

#: error handlers of encode
s = "aé€\ud800z"
for h in ["strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogatepass", "surrogateescape", "none-such"]:
    for enc in ["ascii", "utf-8"]:
        try:
            print(h, enc, s.encode(enc, h))
        except Exception as e:
            print(h, enc, type(e).__name__, e)

#: decoding errors of utf-8
for b in [b"\xff", b"a\xc3", b"\xc3(", b"\xe2\x82", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80", b"ab\x80\x80cd", b"\xe2\x28\xa1"]:
    try:
        b.decode()
    except UnicodeDecodeError as e:
        print(e, e.reason, e.start, e.end, ascii(b.decode(errors="replace")), ascii(b.decode("utf-8", "backslashreplace")))

#: an error handler of one's own
import codecs
def h(e):
    print(type(e).__name__, e.encoding, e.start, e.end, ascii(e.object))
    return ("<%d>" % e.start, e.end)
codecs.register_error("conf.mark", h)
print("aéb€".encode("ascii", "conf.mark"), b"a\xffb".decode("utf-8", "conf.mark"))
codecs.register_error("conf.bad", lambda e: 5)
for f in [lambda: "é".encode("ascii", "conf.bad"), lambda: codecs.lookup_error("conf.no"), lambda: codecs.register_error("x", 5), lambda: codecs.lookup("conf-codec"), lambda: codecs.encode("a", "hex"), lambda: codecs.decode(b"zz", "hex")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: unicode exceptions built by hand
e = UnicodeEncodeError("ascii", "aéb", 1, 2, "why")
print(e, e.args, e.reason, repr(e))
e.start, e.end, e.reason = 0, 3, "changed"
print(e)
print(UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 1, "r"), "|", UnicodeTranslateError("ab", 0, 9, "q"))
for a in [(), ("a", 1, 2, 3, 4), ("a", b"b", 0, 1, "r"), ("a", "b", "c", 1, "r")]:
    try:
        print(UnicodeEncodeError(*a))
    except Exception as x:
        print(type(x).__name__, x)

#: str.translate and maketrans
print("abcab".translate({97: "X", 98: None, 99: 0x1F600}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 66: "q"}), "hi".translate({}))
class T:
    def __getitem__(self, k):
        print("get", k)
        if k == 98: raise LookupError
        return "-"
print("abc".translate(T()))
for f in [lambda: str.maketrans("a", "bc"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans(5), lambda: "a".translate({97: 1.5}), lambda: "a".translate({97: 0x110000}), lambda: "a".translate(5), lambda: str.maketrans("a", 5), lambda: str.maketrans({1.5: 2})]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: case mapping corners
for s in ["ß", "ﬁ", "İ", "ı", "ǆ", "ΑΣ", "ΑΣΑ", "ŉ", "o'neil x2y", "ᾳ", "Ⅷ", "ꭰ"]:
    print(s, ascii([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()]))

#: character classes
for c in ["²", "½", "٣", "Ⅷ", "一", "_", "ª", "\u00b7", "\u2118", "\x1c", "\u2028", "ǅ", "\u0345"]:
    print(ascii(c), [int(getattr(c, "is" + n)()) for n in "alnum alpha decimal digit numeric identifier lower upper title space printable ascii".split()])

#: split and splitlines
print(" a  b ".split(), " a  b ".split(" "), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), " a b c ".split(None, 1), " a b c ".rsplit(None, 1))
print("a\nb\r\nc\x0bd\x0ce\x1cf\x85g\u2028h".splitlines(), "a\n\n".splitlines(True), "".splitlines(), "a\xa0b\u3000c".split(), b"a\x0bb\x1cc".split(), b"a\x0bb\nc".splitlines())

#: strip partition and affixes
print("xxabxx".strip("x"), "abcba".lstrip("ab"), repr("\u3000a\xa0".strip()), "a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("z"), "abc".rpartition("z"), "TestCase".removeprefix("Test"), "abc".removesuffix(""))
print("ab".center(5, "*"), "abc".center(6, "*"), "-5".zfill(4), "+".zfill(3), "a\tbc\td".expandtabs(4), repr("a\t".expandtabs(0)), "abc".startswith(("x", "a")), "abc".endswith("c", 0, -1), "".startswith("", 1), "aaa".count("aa"), "abc".count(""), "abc".find("", 4), "abc".rfind(""), "aXbX".replace("X", "", 1), "ab".replace("", "-"))

#: textwrap
import textwrap
t = "The quick brown-fox jumped over the incomprehensibilities of a lazy dog."
print(textwrap.wrap(t, 15), textwrap.wrap(t, 15, break_long_words=False, break_on_hyphens=False), sep="\n")
print(textwrap.fill(t, 30, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(t, 25), textwrap.shorten(t, 8, placeholder="~"), sep="\n")
print(repr(textwrap.dedent("  a\n    b\n \n  c")), repr(textwrap.indent("a\n\nb", "> ")), repr(textwrap.indent("a\n\nb", ">", lambda l: True)), textwrap.wrap(t, 20, max_lines=2))
for f in [lambda: textwrap.wrap("a b", 0), lambda: textwrap.shorten("abc def", 2, placeholder="......"), lambda: textwrap.dedent(5), lambda: textwrap.wrap("a", bad=1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: string templates
from string import Template
t = Template("$who owes ${what}s $$5")
print(t.substitute(who="A", what="pen"), t.safe_substitute(who="B"), t.get_identifiers(), t.is_valid(), Template("a $ b").is_valid())
class P(Template):
    delimiter = "%"; idpattern = "[a-z.]+"
print(P("%a.b %{c} %% $x").substitute({"a.b": 1, "c": 2}), P.pattern.pattern.count("|"))
for f in [lambda: t.substitute(), lambda: Template("a $ b").substitute(), lambda: Template("x\ny $1").substitute(), lambda: Template("${").safe_substitute(), lambda: t.substitute({"who": 1}, what=2), lambda: t.substitute({}, {}), lambda: Template()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: a subclass of the string formatter
import string
class F(string.Formatter):
    def get_value(self, k, a, kw): print("get", repr(k)); return kw.get(k, f"<{k}>") if isinstance(k, str) else a[k]
    def format_field(self, v, spec): print("field", repr(v), repr(spec)); return format(v, spec)
    def convert_field(self, v, c): print("convert", repr(v), c); return super().convert_field(v, c)
print(F().format("{0!r:>4} {no}", "a"))
print(list(string.Formatter().parse("a{b!r:c}{}d{{")), string.capwords(" ab  cd "), string.ascii_letters[:3], string.punctuation)

#: bytes and bytearray method errors
for code in ["b'a' + 'b'", "b'a'.join(['x'])", "b'abc'.find('b')", "b'abc'.index(300)", "bytes('a')", "bytes(-1)", "bytes([256])", "bytes([1.5])", "bytes(5, 'x')", "b'a'[5]", "b'a' % 5", "b'%s' % 'x'", "b'%c' % 300", "b'%d' % 'x'", "bytes.fromhex('zz')", "bytes.fromhex('abc')", "bytearray(b'a').append(256)", "bytearray().pop()", "bytearray(b'a').remove(98)", "b'a' in 'a'", "'a' in b'a'", "300 in b'a'", "b'a'.split('x')", "b'abc'.hex('', 2)", "b'abc'.hex('--')", "bytes(object())", "ord('ab')", "ord(b'ab')", "chr(-1)", "chr('a')", "ord(5)"]:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)

#: bytearray mutation and resize
b = bytearray(b"abcdef")
b[1:3] = b"XYZ"; b[::2] = b"1234" if len(b[::2]) == 4 else b""; del b[-1]
b.extend([65, 66]); b += b"!"; b.insert(0, 63); print(b, b.pop(), b.pop(0), b.hex(":", 2), b.reverse(), b)
b.resize(4); print(b, b.take_bytes(2) if hasattr(b, "take_bytes") else "no take")
for code in ["b[0] = 'a'", "b[0:2] = 'ab'", "b[::2] = b'abcde'", "b[9] = 1", "b.resize(-1)", "b.extend('ab')", "hash(b)"]:
    try:
        exec(code)
    except Exception as e:
        print(code, type(e).__name__, e)

#: unicode escapes in source and names
import unicodedata
print("\N{GREEK SMALL LETTER ALPHA}", "\x41\u0042\U00000043\103", unicodedata.name("é"), unicodedata.lookup("EURO SIGN"), unicodedata.normalize("NFD", "é") == "e\u0301", unicodedata.category("é"), unicodedata.numeric("½"), unicodedata.name("\n", "none"), unicodedata.east_asian_width("一"), unicodedata.bidirectional("א"))
for src in [r"'\N{foo}'", r"'\x4'", r"'\u12'", r"'\U00110000'", r"b'\x'", r"'\N'", "b'é'", r"'\8'", "'abc", "'''abc"]:
    try:
        import warnings
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter("always")
            print(src, repr(eval(src)), [str(x.message) for x in w])
    except SyntaxError as e:
        print(src, type(e).__name__, e.msg)

#: interning identity and comparison
import sys
a = "con" + "formance"; b = "".join(["con", "formance"])
print(a == b, sys.intern(b) is sys.intern(a), "a" < "b" < "é", "" < "a", "Z" < "a", "abc" > "abcd", max("b", "é", "a"), sorted("éaZz"), "a" == b"a", "a".__eq__(1), "a".__lt__(1))
class S(str): pass
for f in [lambda: sys.intern(S("a")), lambda: sys.intern(1), lambda: "a".__add__(1), lambda: "a".__mul__("b"), lambda: "a".__mod__(1), lambda: str.__add__(1, "a"), lambda: str.upper(1), lambda: str.upper()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: absurd sizes of texts
for f in [lambda: "\t".expandtabs(2**31 - 1), lambda: ("x" * 2**17).replace("", "y" * 2**17), lambda: ("s" * 2**20).join(["a"] * 2**13), lambda: "a" * 2**31, lambda: b"a" * 2**31, lambda: bytearray(b"a") * 2**31, lambda: b"\t\n\t".expandtabs(2**31 - 1), lambda: "x".zfill(2**31 - 1)]:
    try:
        print(len(f()))
    except Exception as e:
        print(type(e).__name__)

#: absurd widths in a format
for f in [lambda: "%99999999999d" % 1, lambda: "%.99999999999f" % 1.0, lambda: format(1, "99999999999"), lambda: format(1.0, ".99999999999f"), lambda: "{:{}}".format(1, 10**20), lambda: "%*d" % (10**20, 1), lambda: "%.*f" % (10**10, 1.0), lambda: format("a", ".99999999999")]:
    try:
        print(len(f()))
    except Exception as e:
        print(type(e).__name__, e)
