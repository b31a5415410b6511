using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Contracts.Territories;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Territories;

/// <summary>The tables of regions: the list, what each class of outlet is due, and the products.</summary>
internal sealed class TerritoryTables : IActorTables
{
    private const string InsertRegion = """
        INSERT INTO regions (id, name_zh, name_en, time_zone, currency, west, south, east, north, region) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """;

    private const string UpsertProduct = """
        INSERT INTO products (region, id, name_zh, name_en, category, units_per_case, product) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (region, id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, category = excluded.category,
            units_per_case = excluded.units_per_case, product = excluded.product
        """;

    public IReadOnlyList<string> Names { get; } = ["regions", "class_policies", "products"];

    public void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE regions (
                id TEXT NOT NULL PRIMARY KEY,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                time_zone TEXT NOT NULL,
                currency TEXT NOT NULL,
                west REAL NOT NULL,
                south REAL NOT NULL,
                east REAL NOT NULL,
                north REAL NOT NULL,
                region TEXT NOT NULL)
            """);
        connection.Execute("""
            CREATE TABLE class_policies (
                region TEXT NOT NULL,
                class TEXT NOT NULL,
                visits_per_cycle INTEGER NOT NULL,
                seconds_in_store INTEGER NOT NULL,
                PRIMARY KEY (region, class)) WITHOUT ROWID
            """);
        connection.Execute("""
            CREATE TABLE products (
                ordinal INTEGER PRIMARY KEY,
                region TEXT NOT NULL,
                id TEXT NOT NULL,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                category TEXT NOT NULL,
                units_per_case INTEGER NOT NULL,
                product TEXT NOT NULL,
                UNIQUE (region, id))
            """);
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        ActorStateTable.Apply<TerritoryState>(entry, id, @event, connection);
        switch (@event)
        {
            case RegionCreated { Region: var region }:
                connection.Execute(
                    InsertRegion, id, region.Name.Zh, region.Name.En, region.TimeZone, region.Currency, region.Bounds.West, region.Bounds.South,
                    region.Bounds.East, region.Bounds.North, CompactJson.Text(region, StateJsonContext.Default.Region));
                foreach (var policy in region.ClassPolicies.DistinctBy(policy => policy.Class))
                {
                    connection.Execute(
                        "INSERT INTO class_policies (region, class, visits_per_cycle, seconds_in_store) VALUES (?1, ?2, ?3, ?4)",
                        id, Enum.GetName(policy.Class)!, policy.VisitsPerCycle, policy.TimeInStore.Seconds);
                }

                break;
            case ProductsListed e:
                foreach (var product in e.Products)
                {
                    connection.Execute(
                        UpsertProduct, id, product.Id.Value, product.Name.Zh, product.Name.En, product.Category, product.UnitsPerCase,
                        CompactJson.Text(product, StateJsonContext.Default.Product));
                }

                break;
            default:
                throw UnexpectedEvent.Unknown(ActorKind.Territory, @event);
        }
    }
}
