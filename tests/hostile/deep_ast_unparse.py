# ends: ok | error RecursionError | stack
import ast
node = ast.Constant(1)
for _ in range(5000):
    node = ast.UnaryOp(ast.USub(), node)
len(ast.unparse(node))
