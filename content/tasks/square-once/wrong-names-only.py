# says: Rewrite every call with one plain argument
import ast
import copy


class SquareCall(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name("square"), [ast.Name() | ast.Constant() as side], []):
                return ast.copy_location(ast.BinOp(side, ast.Mult(), copy.copy(side)), node)
        return node


def rewrite(source, mode="exec"):
    tree = SquareCall().visit(ast.parse(source, mode=mode))
    return ast.fix_missing_locations(tree)
