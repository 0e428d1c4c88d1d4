# finds: attribute asyncio.events._event_loop_policy left
import asyncio
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    Policy = asyncio.DefaultEventLoopPolicy

class Quick(Policy):
    def new_event_loop(self):
        loop = super().new_event_loop()
        loop.slow_callback_duration = 0.01
        return loop
# --- next cell
asyncio.events._set_event_loop_policy(Quick())
