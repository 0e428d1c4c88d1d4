# finds: nothing
class Base:
    def run(self):
        return 'base'

    def stop(self):
        return 'stopped'

class Loud(Base):
    def run(self):
        return super().run().upper()

    stop = None

print(Loud().run(), Loud.stop)
