# finds: shadow clock.tick reverted
class Clock:
    def __init__(self):
        self.time = 0

    def tick(self):
        self.time += 1

clock = Clock()
# --- next cell
clock.tick = lambda: None
clock.tick()
frozen = clock.time
del clock.tick
clock.tick()
print(frozen, clock.time)
