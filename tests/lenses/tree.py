#: operators and names
#? tree a or b
#= 4 nodes, the root is a `BoolOp`: `b` is evaluated only if `a` is false.
#= BoolOp
#=   op: Or
#=   values: Name a
#=   values: Name b
#? auto total = price * (1 + tax)
#= 9 nodes, the root is an `Assign`: `price * (1 + tax)` is evaluated first, then `total` is bound to it.
#= Assign
#=   targets: Name total
#=   value: BinOp
#=     left: Name price
#=     op: Mult
#=     right: BinOp
#=       left: Constant 1
#=       op: Add
#=       right: Name tax
#? tree x if a < b <= c else not d
#= 11 nodes, the root is an `IfExp`: `a < b <= c` is evaluated first, then only one of `x` and `not d`.
#= IfExp
#=   test: Compare
#=     left: Name a
#=     ops: Lt
#=     ops: LtE
#=     comparators: Name b
#=     comparators: Name c
#=   body: Name x
#=   orelse: UnaryOp
#=     op: Not
#=     operand: Name d
#? tree (n := 3)
#= 3 nodes, the root is a `NamedExpr`: `n` is bound to `3`, which is also the value of the whole.
#= NamedExpr
#=   target: Name n
#=   value: Constant 3

#: characters that take several bytes
#? tree "é" + ñ.b
#= 5 nodes, the root is a `BinOp`: `"é"` is evaluated before `ñ.b`.
#= BinOp
#=   left: Constant 'é'
#=   op: Add
#=   right: Attribute b
#=     value: Name ñ

#: calls and lambdas
#? tree f(x, *a, k=2, **d)
#= 9 nodes, the root is a `Call`: `f` is evaluated before the arguments.
#= Call
#=   func: Name f
#=   args: Name x
#=   args: Starred
#=     value: Name a
#=   keywords: keyword k
#=     value: Constant 2
#=   keywords: keyword **
#=     value: Name d
#? tree lambda a, /, b=1, *c, d=2: a.b()
#= 11 nodes, the root is a `Lambda`: the body isn't evaluated until somebody calls the function.
#= Lambda
#=   args: arguments
#=     posonlyargs: arg a
#=     args: arg b
#=     vararg: arg c
#=     kwonlyargs: arg d
#=     kw_defaults: Constant 2
#=     defaults: Constant 1
#=   body: Call
#=     func: Attribute b
#=       value: Name a

#: comprehensions and displays
#? tree [i async for i in y if i]
#= 6 nodes, the root is a `ListComp`: `y` is evaluated first and once, `i` again and again.
#= ListComp
#=   elt: Name i
#=   generators: comprehension async
#=     target: Name i
#=     iter: Name y
#=     ifs: Name i
#? tree {**a, "b": (1, None)}
#= 6 nodes, the root is a `Dict`: each key is evaluated before its value.
#= Dict
#=   keys: Constant 'b'
#=   values: Name a
#=   values: Tuple
#=     elts: Constant 1
#=     elts: Constant None

#: f-strings and template strings
#? tree f"{a!r:>{w}} b {x=}"
#= 10 nodes, the root is a `JoinedStr`: what is in braces is evaluated from left to right.
#= JoinedStr
#=   values: FormattedValue !r
#=     value: Name a
#=     format_spec: JoinedStr
#=       values: Constant '>'
#=       values: FormattedValue
#=         value: Name w
#=   values: Constant ' b x='
#=   values: FormattedValue !r
#=     value: Name x
#? tree t"{a}"
#= 3 nodes, the root is a `TemplateStr`: what is in braces is evaluated at once, but no `str` is made of it.
#= TemplateStr
#=   values: Interpolation
#=     value: Name a

#: several statements with lines
#? tree @deco\ndef f(a: int = 1, *b, c=2, **d) -> str:\n    "doc"\n    return a\n\nfrom . import x as y
#= 18 nodes, the root is a `Module`: its 2 statements run from top to bottom.
#= Module
#=   body: FunctionDef f: line 2
#=     args: arguments
#=       args: arg a: line 2
#=         annotation: Name int: line 2
#=       vararg: arg b: line 2
#=       kwonlyargs: arg c: line 2
#=       kw_defaults: Constant 2: line 2
#=       kwarg: arg d: line 2
#=       defaults: Constant 1: line 2
#=     body: Expr: line 3
#=       value: Constant 'doc': line 3
#=     body: Return: line 4
#=       value: Name a: line 4
#=     decorator_list: Name deco: line 1
#=     returns: Name str: line 2
#=   body: ImportFrom .: line 6
#=     names: alias x as y: line 6

#: patterns
#? tree match p:\n    case {"k": v, **r}: pass\n    case C(x, y=1) | [1, *z] as w if w: pass\n    case None: pass
#= 24 nodes, the root is a `Match`: `p` is evaluated once, then the cases are tried from top to bottom.
#= Match: line 1
#=   subject: Name p: line 1
#=   cases: match_case
#=     pattern: MatchMapping **r: line 2
#=       keys: Constant 'k': line 2
#=       patterns: MatchAs v: line 2
#=     body: Pass: line 2
#=   cases: match_case
#=     pattern: MatchAs w: line 3
#=       pattern: MatchOr: line 3
#=         patterns: MatchClass y: line 3
#=           cls: Name C: line 3
#=           patterns: MatchAs x: line 3
#=           kwd_patterns: MatchValue: line 3
#=             value: Constant 1: line 3
#=         patterns: MatchSequence: line 3
#=           patterns: MatchValue: line 3
#=             value: Constant 1: line 3
#=           patterns: MatchStar z: line 3
#=     guard: Name w: line 3
#=     body: Pass: line 3
#=   cases: match_case
#=     pattern: MatchSingleton None: line 4
#=     body: Pass: line 4

#: exceptions and classes
#? tree try:\n    pass\nexcept* (A, B) as e:\n    raise X from e
#= 9 nodes, the root is a `TryStar`: a handler runs only if the body raises.
#= TryStar: line 1
#=   body: Pass: line 2
#=   handlers: ExceptHandler e: line 3
#=     type: Tuple: line 3
#=       elts: Name A: line 3
#=       elts: Name B: line 3
#=     body: Raise: line 4
#=       exc: Name X: line 4
#=       cause: Name e: line 4
#? tree class C[T](B, metaclass=M):\n    x: int
#= 8 nodes, the root is a `ClassDef`: the body runs at once, and then the class is made from its names.
#= ClassDef C: line 1
#=   bases: Name B: line 1
#=   keywords: keyword metaclass: line 1
#=     value: Name M: line 1
#=   body: AnnAssign: line 2
#=     target: Name x: line 2
#=     annotation: Name int: line 2
#=   type_params: TypeVar T: line 1

#: assignments of other kinds
#? tree a[i] += f()
#= 7 nodes, the root is an `AugAssign`: `a[i]` is read before `f()` is evaluated, and set last.
#= AugAssign
#=   target: Subscript
#=     value: Name a
#=     slice: Name i
#=   op: Add
#=   value: Call
#=     func: Name f
#? tree *a, b = c
#= 6 nodes, the root is an `Assign`: `c` is evaluated first, then unpacked into `*a, b`.
#= Assign
#=   targets: Tuple
#=     elts: Starred
#=       value: Name a
#=     elts: Name b
#=   value: Name c
#? tree x: int
#= 3 nodes, the root is an `AnnAssign`: it has no value, so nothing is bound.
#= AnnAssign
#=   target: Name x
#=   annotation: Name int
#? tree a = b.c = d
#= 5 nodes, the root is an `Assign`: `d` is evaluated once, then the targets are bound from left to right.
#= Assign
#=   targets: Name a
#=   targets: Attribute c
#=     value: Name b
#=   value: Name d

#: no tree
#? tree a +
#= NoPicture: This is no Python, there is an error in line 1: invalid syntax.
#? tree if x:\n    y = 1\nelse
#= NoPicture: This is no Python, there is an error in line 3: expected ':'.
#? tree \n
#= NoPicture: There is no statement in this.
#? tree # nothing
#= NoPicture: There is no statement in this.

#: indented source
#? tree     a\n    b
#= 5 nodes, the root is a `Module`: its 2 statements run from top to bottom.
#= Module
#=   body: Expr: line 1
#=     value: Name a: line 1
#=   body: Expr: line 2
#=     value: Name b: line 2

#: values that are trees
import ast
tree = ast.parse("x = a + 1")
class Box: pass
box = Box()
box.tree = ast.parse("a\nb", mode="exec")
source = "f(1)"
number = 3
#? tree tree
#= 7 nodes, the root is a `Module`: `a + 1` is evaluated first, then `x` is bound to it.
#= Module
#=   body: Assign
#=     targets: Name x
#=     value: BinOp
#=       left: Name a
#=       op: Add
#=       right: Constant 1
#? tree tree.body[0].value
#= 4 nodes, the root is a `BinOp`: `a` is evaluated before `1`.
#= BinOp
#=   left: Name a
#=   op: Add
#=   right: Constant 1
#? tree box.tree
#= 5 nodes, the root is a `Module`: its 2 statements run from top to bottom.
#= Module
#=   body: Expr: line 1
#=     value: Name a: line 1
#=   body: Expr: line 2
#=     value: Name b: line 2
#? tree source
#= 3 nodes, the root is a `Call`: `f` is evaluated before `1`.
#= Call
#=   func: Name f
#=   args: Constant 1
#? tree number
#= One node, the root is a `Name`: the name is looked up when the expression is evaluated.
#= Name number
#? tree nope
#= One node, the root is a `Name`: the name is looked up when the expression is evaluated.
#= Name nope

#: nodes without a location
import ast
made = ast.BinOp(ast.Name("a"), ast.Add(), ast.Constant(1))
mixed = ast.parse("a + b")
mixed.body[0].value.right = ast.Constant(2)
fixed = ast.fix_missing_locations(ast.Expression(ast.Call(ast.Name("f"), [], [])))
#? tree made
#= 3 nodes have no location: `compile` needs `ast.fix_missing_locations` first.
#= BinOp: no location (new)
#=   left: Name a: no location (new)
#=   op: Add
#=   right: Constant 1: no location (new)
#? tree mixed
#= `Constant 2` has no location: `compile` needs `ast.fix_missing_locations` first.
#= Module
#=   body: Expr
#=     value: BinOp
#=       left: Name a
#=       op: Add
#=       right: Constant 2: no location (new)
#? tree fixed
#= 3 nodes, the root is an `Expression`: `f` is evaluated, then called.
#= Expression
#=   body: Call
#=     func: Name f

#: nodes that have moved, or are there twice
import ast
swapped = ast.parse("a + f(b)", mode="eval")
swapped.body.left, swapped.body.right = swapped.body.right, swapped.body.left
upside = ast.parse("a\nb")
upside.body.reverse()
stolen = ast.parse("f(x)\ng(y)")
stolen.body[0].value.args = stolen.body[1].value.args
stolen.body.pop()
twice = ast.parse("f(x) + 1", mode="eval")
twice.body.right = twice.body.left
endless = ast.parse("a + b", mode="eval")
endless.body.left = endless.body
#? tree swapped
#= `Name a` is not where it was in the source: it stood before the Call above.
#= Expression
#=   body: BinOp
#=     left: Call
#=       func: Name f
#=       args: Name b
#=     op: Add
#=     right: Name a: stood before the Call above (changed)
#? tree upside
#= `Expr` is not where it was in the source: it stood before the Expr above.
#= Module
#=   body: Expr: line 2
#=     value: Name b: line 2
#=   body: Expr: line 1; stood before the Expr above (changed)
#=     value: Name a: line 1
#? tree stolen
#= `Name y` is not where it was in the source: it stood outside of the Call above.
#= Module
#=   body: Expr: line 1
#=     value: Call: line 1
#=       func: Name f: line 1
#=       args: Name y: line 2; stood outside of the Call above (changed)
#? tree twice
#= The same `Call` object is in the tree more than once: its code is compiled at each place.
#= Expression
#=   body: BinOp
#=     left: Call
#=       func: Name f
#=       args: Name x
#=     op: Add
#=     right: Call: the same object as above (changed)
#? tree endless
#= The `BinOp` is inside of itself, so the tree has no end and can't be compiled.
#= Expression
#=   body: BinOp
#=     left: BinOp: is inside of itself (changed)
#=     op: Add
#=     right: Name b

#: trees that lie
import ast
class Liar(ast.Name):
    __class__ = property(lambda self: 1 / 0)
    def __getattribute__(self, name): raise RuntimeError(name)
    def __eq__(self, other): raise RuntimeError("eq")
    def __repr__(self): raise RuntimeError("repr")
    __hash__ = None
class Mute(ast.Pass): pass
liar = Liar("x")
mute = Mute()
Mute._fields = None
Mute._attributes = None
bogus = ast.Module(["text", None, 3, ast.Constant(object())], [])
huge = ast.Constant(10 ** 5000)
#? tree liar
#= `Liar x` has no location: `compile` needs `ast.fix_missing_locations` first.
#= Liar x: no location (new)
#? tree mute
#= One node, the root is a `Mute`.
#= Mute
#? tree bogus
#= `Constant object object` has no location: `compile` needs `ast.fix_missing_locations` first.
#= Module
#=   body: Constant object object: no location (new)
#? tree huge
#= `Constant int of 16610 bits` has no location: `compile` needs `ast.fix_missing_locations` first.
#= Constant int of 16610 bits: no location (new)

#: a transformer wraps nodes
import ast
class Log(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        return ast.Call(ast.Name("log", ast.Load()), [node], [])
def log(source):
    return ast.fix_missing_locations(Log().visit(ast.parse(source)))
tree = ast.parse("print(x + 1)\ny = 2")
#? tree Log().visit(tree)
#= 2 of 13 nodes are new, the first is `Call`. 2 nodes have no location: `compile` needs `ast.fix_missing_locations` first.
#= Module
#=   body: Expr: line 1
#=     value: Call: no location (new)
#=       func: Name log: no location (new)
#=       args: Call: line 1
#=         func: Name print: line 1
#=         args: BinOp: line 1
#=           left: Name x: line 1
#=           op: Add
#=           right: Constant 1: line 1
#=   body: Assign: line 2
#=     targets: Name y: line 2
#=     value: Constant 2: line 2
#? tree ast.fix_missing_locations(Log().visit(tree))
#= 2 of 13 nodes are new, the first is `Call`.
#= Module
#=   body: Expr: line 1
#=     value: Call: line 1 (new)
#=       func: Name log: line 1 (new)
#=       args: Call: line 1
#=         func: Name print: line 1
#=         args: BinOp: line 1
#=           left: Name x: line 1
#=           op: Add
#=           right: Constant 1: line 1
#=   body: Assign: line 2
#=     targets: Name y: line 2
#=     value: Constant 2: line 2
#? tree log("f(a)")
#= 2 of 7 nodes are new, the first is `Call`.
#= Module
#=   body: Expr
#=     value: Call (new)
#=       func: Name log (new)
#=       args: Call
#=         func: Name f
#=         args: Name a
#? tree tree
#= 11 nodes, the root is a `Module`: its 2 statements run from top to bottom.
#= Module
#=   body: Expr: line 1
#=     value: Call: line 1
#=       func: Name print: line 1
#=       args: BinOp: line 1
#=         left: Name x: line 1
#=         op: Add
#=         right: Constant 1: line 1
#=   body: Assign: line 2
#=     targets: Name y: line 2
#=     value: Constant 2: line 2

#: a transformer replaces nodes
import ast
class Rename(ast.NodeTransformer):
    def visit_Name(self, node):
        if node.id == "x": node.id = "y"
        return node
class Fold(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        match node.left, node.right:
            case ast.Constant(value=left), ast.Constant(value=right):
                return ast.copy_location(ast.Constant(left + right), node)
        return node
class Times(ast.NodeTransformer):
    def visit_Add(self, node): return ast.Mult()
tree = ast.parse("x = (1 + 2) + x")
#? tree Rename().visit(tree)
#= `Name x` has become `Name y`.
#= Module
#=   body: Assign
#=     targets: Name y: was Name x (changed)
#=     value: BinOp
#=       left: BinOp
#=         left: Constant 1
#=         op: Add
#=         right: Constant 2
#=       op: Add
#=       right: Name y: was Name x (changed)
#? tree Fold().visit(tree)
#= 1 of 7 nodes is new, the first is `Constant 3`; 3 of the earlier nodes are gone.
#= Module
#=   body: Assign
#=     targets: Name x
#=     value: BinOp
#=       left: Constant 3 (new)
#=       op: Add
#=       right: Name x
#? tree Times().visit(tree)
#= 2 of 10 nodes are new, the first is `Mult`.
#= Module
#=   body: Assign
#=     targets: Name x
#=     value: BinOp
#=       left: BinOp
#=         left: Constant 1
#=         op: Mult (new)
#=         right: Constant 2
#=       op: Mult (new)
#=       right: Name x

#: a function makes a tree from source
import ast
def square(source):
    tree = ast.parse(source, mode="eval")
    tree.body = ast.BinOp(tree.body, ast.Mult(), tree.body)
    return ast.fix_missing_locations(tree)
def same(source): return ast.parse(source)
def shout(source): return source.upper()
def drop(tree):
    tree.body.pop(0)
    return tree
class Raises(ast.NodeVisitor):
    def visit_Import(self, node): raise ValueError("no imports")
tree = ast.parse("import os")
two = ast.parse("a\nb")
#? tree square("f(a)")
#= 2 of 7 nodes are new, the first is `BinOp`. The same `Call` object is in the tree more than once: its code is compiled at each place.
#= Expression
#=   body: BinOp (new)
#=     left: Call
#=       func: Name f
#=       args: Name a
#=     op: Mult (new)
#=     right: Call: the same object as above (changed)
#? tree same("a + b")
#= 6 nodes, the root is a `Module`: `a` is evaluated before `b`.
#= Module
#=   body: Expr
#=     value: BinOp
#=       left: Name a
#=       op: Add
#=       right: Name b
#? tree shout("a + b")
#= 3 nodes, the root is a `Call`: `shout` is evaluated before `"a + b"`.
#= Call
#=   func: Name shout
#=   args: Constant 'a + b'
#? tree drop(tree=two)
#= 2 of the earlier nodes are gone.
#= Module
#=   body: Expr
#=     value: Name b
#? tree Raises().visit(tree)
#= ValueError: no imports

#: a copy is no change
import ast, copy
tree = ast.parse("f(a, a)")
def doubled(tree):
    tree = copy.deepcopy(tree)
    tree.body.append(copy.deepcopy(tree.body[0]))
    return tree
#? tree copy.deepcopy(tree)
#= Nothing has changed: the tree has the same 6 nodes as before.
#= Module
#=   body: Expr
#=     value: Call
#=       func: Name f
#=       args: Name a
#=       args: Name a
#? tree doubled(tree)
#= 5 of 11 nodes are new, the first is `Expr`.
#= Module
#=   body: Expr
#=     value: Call
#=       func: Name f
#=       args: Name a
#=       args: Name a
#=   body: Expr (new)
#=     value: Call (new)
#=       func: Name f (new)
#=       args: Name a (new)
#=       args: Name a (new)

#: an allow-list of classes
import ast
allowed = {ast.Expression, ast.BinOp, ast.Constant, ast.operator}
#? tree "1 + 2" @ allowed
#= The list allows all of the 5 nodes; `ctx` isn't counted.
#= Expression (yes)
#=   body: BinOp (yes)
#=     left: Constant 1 (yes)
#=     op: Add: as operator (yes)
#=     right: Constant 2 (yes)
#? tree "1 + x()" @ allowed
#= The list refuses 2 of 6 nodes; the first is `Call`.
#= Expression (yes)
#=   body: BinOp (yes)
#=     left: Constant 1 (yes)
#=     op: Add: as operator (yes)
#=     right: Call (no)
#=       func: Name x (no)
#? tree "x" @ (ast.Name,)
#= The list allows the only node, `Name x`.
#= Name x (yes)

#: an allow-list of names
import ast
names = ["Module", "Expr", "Call", "Name"]
tree = ast.parse("().__class__\nf(a)")
#? tree "f(a)" @ names
#= The list allows all of the 5 nodes; `ctx` isn't counted.
#= Module (yes)
#=   body: Expr (yes)
#=     value: Call (yes)
#=       func: Name f (yes)
#=       args: Name a (yes)
#? tree tree @ names
#= The list refuses 2 of 8 nodes; the first is `Attribute __class__`.
#= Module (yes)
#=   body: Expr: line 1 (yes)
#=     value: Attribute __class__: line 1 (no)
#=       value: Tuple: line 1 (no)
#=   body: Expr: line 2 (yes)
#=     value: Call: line 2 (yes)
#=       func: Name f: line 2 (yes)
#=       args: Name a: line 2 (yes)
#? tree tree @ ["Nonsense"]
#= 5 nodes, the root is a `BinOp`: `tree` is evaluated before `["Nonsense"]`.
#= BinOp
#=   left: Name tree
#=   op: MatMult
#=   right: List
#=     elts: Constant 'Nonsense'
#? auto a @ b
#= 4 nodes, the root is a `BinOp`: `a` is evaluated before `b`.
#= BinOp
#=   left: Name a
#=   op: MatMult
#=   right: Name b

#: the reader has replaced builtins
import ast
tree = ast.parse("a and b")
type = isinstance = len = getattr = id = eval = compile = None
#? tree tree
#= 6 nodes, the root is a `Module`: `b` is evaluated only if `a` is true.
#= Module
#=   body: Expr
#=     value: BoolOp
#=       op: And
#=       values: Name a
#=       values: Name b
#? tree a and b and c
#= 5 nodes, the root is a `BoolOp`: each operand is evaluated only if all before it are true.
#= BoolOp
#=   op: And
#=   values: Name a
#=   values: Name b
#=   values: Name c
