# finds: attribute codeop.compile_command reverted
# finds: attribute code.compile_command left
import codeop
# --- next cell
class Patched:
    def __enter__(self):
        self.kept, codeop.compile_command = codeop.compile_command, lambda *args: None

    def __exit__(self, *_):
        codeop.compile_command = self.kept

with Patched():
    from code import InteractiveInterpreter
