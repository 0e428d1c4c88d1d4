# ends: error RecursionError | stack | ok
import ast
node = ast.Name('x', ast.Load())
for _ in range(20_000):
    node = ast.Attribute(node, 'y', ast.Load())
compile(ast.fix_missing_locations(ast.Expression(node)), '<tree>', 'eval')
