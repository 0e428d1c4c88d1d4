# finds: setting asyncio.event_loop left
import asyncio
# --- next cell
asyncio.set_event_loop(asyncio.new_event_loop())
asyncio.get_event_loop().close()
