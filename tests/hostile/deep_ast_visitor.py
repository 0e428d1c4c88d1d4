# ends: error RecursionError | stack
import ast
class V(ast.NodeVisitor):
    def generic_visit(self, node):
        self.visit(node)
V().visit(ast.parse('1'))
