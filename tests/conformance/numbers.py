#: int parsing errors and accepted forms
for a in ["", " 12 ", "1_000", "1__0", "_1", "0x10", "1.5", "١٢", "--1", "+ 1", "1\0", "1e3", b"12", b"1x", bytearray(b"7"), "a" * 60]:
    try:
        print(repr(a), int(a))
    except Exception as e:
        print(repr(a), type(e).__name__, e)

#: int with a base
for a, b in [("0x1f", 16), ("1f", 16), ("0b11", 0), ("010", 0), ("0", 0), ("z", 36), ("12", 1), ("12", 37), ("12", -2), ("2", 2), (12, 10), ("12", "10"), ("0o17", 0), ("0_7", 0), (b"ff", 16), ("1", 2.0)]:
    try:
        print(repr(a), repr(b), int(a, b))
    except Exception as e:
        print(repr(a), repr(b), type(e).__name__, e)

#: int of objects
import math
class I:
    def __index__(self): return 7
class T:
    def __trunc__(self): return 3
class B:
    def __int__(self): return "x"
class S:
    def __int__(self): return True
for v in [3.9, -3.9, float("nan"), float("inf"), 1j, None, [], I(), T(), B(), S(), True]:
    try:
        print(type(v).__name__, int(v))
    except Exception as e:
        print(type(v).__name__, type(e).__name__, e)

#: limit of digits in conversions
import sys
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
for f in [lambda: int("1" * 4300) > 0, lambda: int("1" * 4301), lambda: str(10 ** 4300), lambda: len(hex(10 ** 5000)), lambda: int("f" * 5000, 16) > 0, lambda: f"{10 ** 4300:d}", lambda: sys.set_int_max_str_digits(5), lambda: repr(-10 ** 4300)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: limit of digits elsewhere
import json, ast
for f in [lambda: json.loads("1" * 5000), lambda: ast.literal_eval("1" * 5000), lambda: compile("1" * 5000, "s", "eval"), lambda: "%d" % (10 ** 4400), lambda: len(str(10 ** 4299)), lambda: [10 ** 4400].__repr__()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, getattr(e, "msg", e))

#: int methods
n = -1234
print(n.bit_length(), n.bit_count(), n.conjugate(), n.as_integer_ratio(), n.is_integer(), n.numerator, n.denominator, n.real, n.imag)
print((1000).to_bytes(2, "big"), (1000).to_bytes(length=4, byteorder="little"), (5).to_bytes(), (-2).to_bytes(2, signed=True), int.from_bytes(b"\xff\xfe", signed=True), int.from_bytes([1, 2], "little"))
for f in [lambda: (300).to_bytes(1), lambda: (-1).to_bytes(1), lambda: (1).to_bytes(-1), lambda: (1).to_bytes(1, "middle"), lambda: int.from_bytes("ab"), lambda: int.from_bytes(5), lambda: (1).to_bytes("a"), lambda: (5).from_bytes([256])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: from_bytes on a subclass calls the constructor
import enum
class K(int):
    def __new__(cls, *a): print("new", a); return super().__new__(cls, *a)
class E(enum.IntEnum):
    X = 3
print(repr(K.from_bytes(b"\1\0")), type(K.from_bytes(b"\2")).__name__)
print(repr(E.from_bytes(b"\3", "big")))
try:
    E.from_bytes(b"\4")
except ValueError as e:
    print(e)

#: division and remainder signs
print([(a // b, a % b, divmod(a, b)) for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3)]])
print([(a // b, a % b) for a, b in [(7.5, 2), (-7.5, 2), (7.5, -2), (1e300, 3e-300), (-0.0, 1), (5, float("inf")), (-5, float("inf"))]])
for code in ["1 // 0", "1 % 0", "1 / 0", "1.0 // 0", "1.0 % 0", "1.0 / 0", "divmod(1, 0)", "divmod(1.0, 0)", "1j / 0", "1j // 1", "1j % 2", "0 ** -1", "0.0 ** -1", "0j ** -1", "1 << -1", "1 >> -1", "1 << 2.0", "10 ** 400 * 1.0", "10 ** 400 / 3", "10 ** 400 / 10 ** 399"]:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)

#: powers
for code in ["2 ** -2", "(-8) ** (1/3)", "pow(3, 4, 5)", "pow(3, -1, 7)", "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(2, 3, -5)", "pow(2.0, 3, 5)", "pow(2, 3, 5.0)", "pow(base=2, exp=5, mod=7)", "pow(2)", "pow('a', 2)", "2 ** 'a'", "(-1.0) ** 0.5", "(-0.0) ** 0.5", "(-0.0) ** -1", "0 ** 0", "float('inf') ** 0", "float('nan') ** 0", "1 ** float('nan')", "(-2) ** 0.5", "True ** True", "pow(0, 0, 1)"]:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)

#: a negative zero to the power of one half in a variable
x = -0.0
print(x ** 0.5, x ** 2, x ** 3, x ** -2, (x ** 0.5).__class__.__name__, pow(x, 0.5), x.__pow__(0.5), (-5.0) ** 2)
try:
    print(x ** -3)
except ZeroDivisionError as e:
    print(e)

#: a float power that is too large
for f in [lambda: 2.0 ** 2000, lambda: pow(1e200, 2), lambda: (1e200 + 0j) ** 2, lambda: 1e200 * 1e200, lambda: (-2.0) ** 2001]:
    try:
        print(f())
    except OverflowError as e:
        print(type(e).__name__, len(e.args))

#: last digits of math functions
import math, statistics
print(math.exp(math.log(3)), math.exp(1), math.log(10), math.sin(1), math.tan(1.5), math.atan2(1, 3), math.sinh(2), math.gamma(5.5), math.lgamma(3.3), math.erf(0.5), math.pow(1.1, 10), math.exp2(0.5), math.log1p(1e-5), math.expm1(1e-5), math.asinh(1), math.cbrt(2))
print(statistics.geometric_mean([1, 9]), 1.1 ** 10, 10 ** -5.5, (1 + 2j) ** 1.5)

#: rounding
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, 2.675)], [round(x, 2) for x in (2.675, 1.005, -1.115)], round(12345, -2), round(15, -1), round(25, -1), round(1e300, 2), round(5, None), round(1.5, None), round(-0.4), round(1234.5, -3), round(True), round(2.5, 400), round(7, 3))
class R:
    def __round__(self, *a): return ("round", a)
print(round(R()), round(R(), 2), round(number=3.7), round(R(), ndigits=None))
for f in [lambda: round("a"), lambda: round(1.5, 1.5), lambda: round(1, "x"), lambda: round(), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(1j), lambda: round(1.7e308, -308)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: sum
print(sum([0.1] * 10), sum([1e100, 1, -1e100]), sum([1, 2.5, True]), sum([]), sum([[1], [2]], []), sum((1j, 2)), sum([0.1] * 3, start=0.3), sum([1e308, 1e308, -1e308]), sum([0.1j] * 10), sum([2**62, 2**62, 0.5]), sum([-0.0]), sum(range(5), start=10))
for f in [lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(5), lambda: sum(), lambda: sum([1], 2, 3), lambda: sum([b"a"], bytearray()), lambda: sum([None])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: float parsing
for a in ["", " 1.5\n", "1e", "1_0.5", "1__0", "inf", "-Infinity", "nan", "+nan", "1e400", "1e-400", "0x1p3", "١.٥", ".5", "5.", ".", "1,5", b"2.5", None, [], "1.5\0", "infinit"]:
    try:
        print(repr(a), float(a))
    except Exception as e:
        print(repr(a), type(e).__name__, e)

#: float repr and exact values
print(1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 1e23, 2.5e-5, 100.0, float(2**53 + 1), 1/3)
print((0.1).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"), float.fromhex("-inf"), (1.5).is_integer(), (0.0).hex(), float.fromhex("0x.1"), (5e-324).hex(), float.from_number(3))
for f in [lambda: float.fromhex("zz"), lambda: float.fromhex("0x1p5000"), lambda: float("nan").as_integer_ratio(), lambda: float("inf").as_integer_ratio(), lambda: float.from_number("3"), lambda: float(1, 2), lambda: float(x=1), lambda: float(10 ** 400)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: comparing ints floats and complex
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan != nan, 2**53 + 1 == float(2**53 + 1), complex(2**53 + 1) == 2**53 + 1, 10**400 > float("inf"), 10**400 < 1e308, 1 == 1.0 == True == 1+0j, hash(1) == hash(1.0) == hash(1 + 0j), max(nan, 1), max(1, nan), sorted([3, 1.5, True]), 0.0 == -0.0)
for code in ["1 < 1j", "1j < 2j", "1 < 'a'", "None < 1", "[] < 1", "max(1j, 2)", "1 < None"]:
    try:
        print(eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)

#: complex parsing repr and arithmetic
for a in ["1+2j", " (1-2J) ", "j", "1+j", "1 + 2j", "1+2", "(1", "nan+infj", "1e3j", "", "1+2j3", "-j", "1_0+2j"]:
    try:
        print(repr(a), complex(a))
    except Exception as e:
        print(repr(a), type(e).__name__, e)
print(complex(-0.0, -0.0), -0j, complex(1, -0.0), 1j * 1j, (1+2j).conjugate(), abs(3+4j), (2+3j) ** 2, (2+3j) / (1-1j), 1 / 2j, complex(real=1, imag=2), (1+2j) - 2, 2 - (1+2j), complex.from_number(2))
for a, k in [(("1", 2), {}), ((1, "2"), {}), (([],), {}), ((1, 2, 3), {}), ((1j, 2j), {}), ((), dict(x=1))]:
    try:
        print(complex(*a, **k))
    except Exception as e:
        print(a, type(e).__name__, e)

#: operands that do not fit
for code in ["1 + 'a'", "1 + None", "1.5 + []", "1j + {}", "1 & 1.5", "~1.5", "-'a'", "+[]", "1 @ 2", "5()", "5[0]", "(5).x", "True + 'a'", "1 << 'a'", "abs('a')", "divmod('a', 1)", "bin(1.5)", "hex('a')", "oct(None)", "len(5)", "range(1.5)", "chr(1.0)", "not_defined + 1", "1 if 1 < 'a' else 2", "[1] * 1.5", "None + 1", "1 in 5", "iter(5)", "next(5)"]:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)

#: augmented assignment with operands that do not fit
x = 1
for code in ["x += 'a'", "x -= None", "x *= {}", "x **= 'a'", "x //= []", "x %= 'a'", "x @= 2", "x &= 1.5", "x |= 'a'", "x <<= 1.0", "x /= 'b'", "x >>= None", "x ^= {}"]:
    try:
        exec(code)
    except Exception as e:
        print(code, type(e).__name__, e)

#: reflected operators and who is asked first
class A:
    def __add__(self, o): print("A.add"); return NotImplemented
    def __radd__(self, o): print("A.radd"); return "ra"
class B(A):
    def __radd__(self, o): print("B.radd"); return "rb"
class C(A): pass
print(A() + B(), 1 + A(), sep="\n")
for x, y in [(A(), A()), (A(), C()), (A(), 1)]:
    try:
        print(x + y)
    except TypeError as e:
        print(e)

#: bool is an int
print(True + True, True / 2, -True, ~5, isinstance(True, int), bool("False"), bool([]), True & 1, True ^ True, (True | False) is True, type(True & 1), int(True), f"{True:d} {True:>6}", [10, 20][True], bool.__mro__, {True: "a", 1: "b", 1.0: "c"})
class F:
    def __bool__(self): return 1
class L:
    def __len__(self): return -1
class M:
    def __len__(self): return "x"
for f in [lambda: bool(F()), lambda: bool(L()), lambda: bool(M()), lambda: bool(1, 2), lambda: bool(x=1), lambda: type("X", (bool,), {}), lambda: len(L())]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: inverting a bool warns
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    t = True
    print(~t)
    print([(x.category.__name__, str(x.message)) for x in w])

#: math functions and their errors
import math
print(math.gcd(12, 18, 27), math.lcm(4, 6), math.gcd(), math.comb(5, 2), math.perm(5), math.isqrt(17), math.factorial(10), math.prod([2, 3], start=4), math.fsum([0.1] * 10), math.hypot(3, 4), math.dist((0, 0), (3, 4)), math.sumprod([1, 2], [3, 4]), math.fma(2.0, 3.0, 4.0), math.cbrt(27), math.nextafter(1, 2), math.ulp(1.0), math.copysign(1, -0.0), math.frexp(8), math.ldexp(1, 3), math.modf(-2.5), math.remainder(5, 3), math.fmod(-5, 3), math.trunc(-2.7), math.log(8, 2), math.log2(8), math.log(10 ** 400), math.isclose(0.1 + 0.2, 0.3))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.0), lambda: math.isqrt(-1), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.gcd(1.5), lambda: math.floor("a"), lambda: math.sqrt("a"), lambda: math.comb(-1, 2), lambda: math.ceil(float("nan")), lambda: math.fmod(1, 0), lambda: math.sin(float("inf")), lambda: math.pow(0, -1), lambda: math.dist([1], [1, 2]), lambda: math.sumprod([1], [1, 2]), lambda: math.sqrt(), lambda: math.log(1, 1), lambda: math.ldexp(1.0, 5000), lambda: math.gamma(-1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: fractions
from fractions import Fraction as F
print(F(6, -4), F("1.25"), F(" 3/4 "), F(0.1), F(1, 3) + F(1, 6), F(1, 3) + 1.0, F(7, 2) // 1, F(-7, 2) % 2, F(1, 2) ** 2, F(1, 2) ** 0.5, 2 ** F(1, 2), repr(F(3)), F(7, 3).limit_denominator(2), round(F(5, 2)), round(F(22, 7), 2), F(1, 2) == 0.5, hash(F(2)) == hash(2), divmod(F(7, 2), 2), f"{F(22, 7):.3f} {F(1, 3):>8} {F(1234567, 2):,.1f}", F.from_float(0.5), F(3, 4).as_integer_ratio(), F.from_number(0.25))
for f in [lambda: F(1, 0), lambda: F("a"), lambda: F("1/0"), lambda: F(1.5, 2), lambda: F(float("nan")), lambda: F(1) / 0, lambda: F(1) + "a", lambda: F(1) < "a", lambda: F([]), lambda: F(0) ** -1, lambda: f"{F(1, 2):q}", lambda: F("1 /2")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: decimal arithmetic and representation
from decimal import Decimal as D, getcontext
print(D("0.1") + D("0.2"), D(0.1), D("1.10") + 1, D("1E+3"), D("-0"), D("NaN"), D("sNaN123"), D("Infinity"), repr(D("1e-10")), D((1, (1, 2, 3), -2)), D("1.20").normalize(), D("2.675").quantize(D("0.01")), D(7) / 3, D(-7) // 2, D(-7) % 2, divmod(D(7), 2), D(2) ** D("0.5"), D("1.5").as_tuple(), D("10").to_eng_string(), D("12300").adjusted(), D("1_000.5"), D(5).compare(3), D("3.7").to_integral_value(), D("1e5").as_integer_ratio(), D("2").sqrt(), round(D("2.5")), round(D("2.345"), 2), hash(D("1.0")) == hash(1), D("1.0") == 1.0, f"{D('1234.5'):,.2f} {D('0.00001'):g} {D('1.5'):>6} {D('0.5'):.0%} {D('1e3'):e}")

#: decimal errors
from decimal import *
D = Decimal
for f in [lambda: D("x"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("sNaN") + 1, lambda: D(1) + 1.5, lambda: D(-1).sqrt(), lambda: D("NaN") < 1, lambda: D("Inf") - D("Inf"), lambda: D("1e999999") * 10 ** 10, lambda: D([]), lambda: D("1").quantize(D("1e-50")), lambda: D(0) ** 0, lambda: int(D("Inf")), lambda: D("NaN").as_integer_ratio(), lambda: D(10) ** 10000000, lambda: D(1, 2, 3), lambda: D((1, 2))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: decimal context flags and traps
from decimal import *
with localcontext(Context(prec=4, traps=[])) as c:
    print(Decimal(1) / 3, Decimal(1) / 0, Decimal(-1).sqrt(), [f.__name__ for f in sorted(c.flags, key=str) if c.flags[f]])
    c.clear_flags(); c.rounding = ROUND_UP
    print(Decimal("1.00001") + 0, [f.__name__ for f in sorted(c.flags, key=str) if c.flags[f]], c)
with localcontext(prec=3, rounding=ROUND_FLOOR) as c:
    print(Decimal("-1.2345") + 0, c.create_decimal("9.9999"), c.prec, c.Emax)
for f in [lambda: Context(prec=0), lambda: Context(rounding="x"), lambda: setattr(getcontext(), "prec", "a"), lambda: localcontext(foo=1), lambda: setcontext(5)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(getcontext().prec, DivisionByZero.__mro__[1:4])

#: statistics
import statistics as st
from fractions import Fraction
print(st.mean([1, 2, 3, 4]), st.mean([Fraction(1, 2), 1]), st.fmean([1, 2], weights=[3, 1]), st.median([3, 1, 2, 4]), st.median_low([1, 2]), st.mode("aab"), st.multimode("aabb"), st.stdev([1, 2, 3, 4]), st.pvariance([1, 2, 3]), st.quantiles([1, 2, 3, 4, 5]), st.harmonic_mean([40, 60]), st.linear_regression([1, 2, 3], [2, 4, 6]), st.correlation([1, 2, 3], [3, 2, 1]), st.NormalDist(5, 2), st.NormalDist(0, 1).cdf(0))
for f in [lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.median([]), lambda: st.quantiles([1], n=0), lambda: st.harmonic_mean([-1]), lambda: st.mean(["a"]), lambda: st.NormalDist(0, -1), lambda: st.correlation([1], [1])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: random with a fixed seed
import random
r = random.Random(42)
print(r.random(), r.randint(1, 100), r.choice("abcdef"), r.sample(range(100), 5), r.uniform(1, 2), r.randrange(0, 100, 7), r.getrandbits(70), r.choices([1, 2, 3], k=4), r.gauss(0, 1), r.betavariate(1, 2), r.randbytes(4), r.triangular(0, 1, 0.5), r.expovariate(2), r.binomialvariate(10, 0.3))
l = list(range(8)); r.shuffle(l); print(l, random.Random("text").random(), random.Random(b"b").random(), random.Random(-7).random() == random.Random(7).random())
s = r.getstate(); a = r.random(); r.setstate(s); print(a == r.random(), s[0], len(s[1]))

#: random errors
import random
r = random.Random(0)
for f in [lambda: r.choice([]), lambda: r.randint(5, 1), lambda: r.randrange(0), lambda: r.randrange(1, 5, 0), lambda: r.sample([1], 2), lambda: r.sample({1}, 1), lambda: r.choices([], k=1), lambda: r.choices([1], weights=[0]), lambda: r.choices([1, 2], weights=[1]), lambda: random.Random([1]), lambda: r.randint(1.5, 2), lambda: r.getrandbits(-1), lambda: r.setstate((9,)), lambda: r.shuffle((1, 2)), lambda: r.randrange("a"), lambda: r.choices([1], [1], cum_weights=[1])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: numbers tower
import numbers
from decimal import Decimal
from fractions import Fraction
for v in [1, True, 1.5, 1j, Decimal(1), Fraction(1)]:
    print(type(v).__name__, [c.__name__ for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(v, c)])
class N(numbers.Integral): pass
try:
    N()
except TypeError as e:
    print(e)

#: index protocol
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print([1, 2, 3][I(1)], "abc"[I(0):I(2)], bin(I(5)), hex(I(255)), range(I(3)), "a" * I(2), bytes(I(2)), int(I(4)), float(I(2)), chr(I(65)), round(1.234, I(1)), complex(I(3)), [0] * I(2))
for f in [lambda: [1][I("x")], lambda: bin(I(1.5)), lambda: range(I(None)), lambda: [1][I(2**70)], lambda: "a" * I(2**70), lambda: [1, 2][:I(2**70)], lambda: I(1) + 1, lambda: 1 << I(2), lambda: {}[I(1)] ]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e) if not isinstance(e, KeyError) else print("KeyError")

#: absurd shifts and sizes
import sys
print(5 >> 10**20, -5 >> 10**20, (2**64).__hash__() == hash(2**64), (1 << 100) >> 99, -1 >> 5, ~(1 << 70), (2**70) & -1 == 2**70, (-2**70) | 1, 7 ^ -(2**65))
for f in [lambda: 1 << 10**20, lambda: [0] * 10**20, lambda: "a" * 10**20, lambda: range(10**20)[10**19], lambda: len(range(10**20)), lambda: bytes(10**20), lambda: [1][10**20], lambda: [1].insert(10**20, 2), lambda: "abc".ljust(10**20), lambda: list(range(5))[-10**20:10**20], lambda: (1).__lshift__(-1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
