# finds: attribute Tool.parse reverted
class Tool:
    @staticmethod
    def parse(text):
        return text.split()

# --- next cell
kept = Tool.__dict__['parse']
Tool.parse = staticmethod(lambda text: [text])
rough = Tool.parse('a b')
Tool.parse = kept
print(rough, Tool.parse('a b'))
