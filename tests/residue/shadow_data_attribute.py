# finds: nothing
class Settings:
    colour = 'red'
    size = 1

    def show(self):
        return self.colour, self.size

settings = Settings()
# --- next cell
settings.colour = 'blue'
settings.size += 1
settings.callback = print
print(settings.show())
