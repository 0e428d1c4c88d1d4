# finds: nothing
from dataclasses import asdict, dataclass, field, replace

@dataclass
class Item:
    name: str
    price: int
    tags: list[str] = field(default_factory=list)

@dataclass(frozen=True)
class Order:
    items: tuple[Item, ...]
    number: int = 1

    @property
    def total(self):
        return sum(item.price for item in self.items)

order = Order((Item("tea", 3), Item("milk", 2, ["cold"])))
second = replace(order, number=2)
second.items[0].tags.append("hot")
print(second.total, second.number, asdict(order)["items"][1]["tags"])
