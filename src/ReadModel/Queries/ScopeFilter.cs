using Territory.Journal.Sql;

namespace Territory.ReadModel.Queries;

/// <summary>The one place where a <see cref="ReadScope"/> becomes SQL. Every fragment uses ?1 for the region and ?2 for the party, that of outlets ?3 and ?4 for the days as well, and nothing passes that is not let through here.</summary>
internal static class ScopeFilter
{
    private const string Nothing = "(?1 IS NULL AND ?2 IS NULL)";

    /// <summary>The region, for ?1.</summary>
    public static SqlValue Region(ReadScope scope) => scope.Region.Value;

    /// <summary>The party whose part it is, for ?2; null for the whole region.</summary>
    public static SqlValue Party(ReadScope scope) => scope.Distributor?.Value ?? scope.Rep?.Value ?? scope.Vehicle?.Value;

    /// <summary>The first day whose trips count, for ?3; null where days do not matter.</summary>
    public static SqlValue FirstDay(ReadScope scope) => scope.Days?.First.DayNumber;

    /// <summary>The last day whose trips count, for ?4; null where days do not matter.</summary>
    public static SqlValue LastDay(ReadScope scope) => scope.Days?.Last.DayNumber;

    /// <summary>Rows of outlets with columns id, region, distributor and rep. A vehicle's are those on its trips of the days' published plans, and those for which it left with goods on those days.</summary>
    public static string Terminals(ReadScope scope, string alias) => Of(
        scope,
        whole: $"({alias}.region = ?1 AND ?2 IS NULL AND ?3 IS NULL AND ?4 IS NULL)",
        distributor: $"({alias}.region = ?1 AND {alias}.distributor = ?2 AND ?3 IS NULL AND ?4 IS NULL)",
        rep: $"({alias}.region = ?1 AND {alias}.rep = ?2 AND ?3 IS NULL AND ?4 IS NULL)",
        vehicle: $"""
            ({alias}.region = ?1 AND ({alias}.id IN (SELECT terminal FROM planned_drops WHERE region = ?1 AND day BETWEEN ?3 AND ?4 AND vehicle = ?2)
            OR {alias}.id IN (SELECT placed.terminal FROM trip_orders b JOIN orders placed ON placed.id = b.order_id WHERE b.vehicle = ?2 AND b.day BETWEEN ?3 AND ?4)))
            """);

    /// <summary>Rows with columns region and distributor that are about a distributor.</summary>
    public static string Distributors(ReadScope scope, string alias) => Of(
        scope,
        whole: $"({alias}.region = ?1 AND ?2 IS NULL)",
        distributor: $"({alias}.region = ?1 AND {alias}.id = ?2)",
        rep: $"({alias}.region = ?1 AND {alias}.id IN (SELECT distributor FROM reps WHERE id = ?2))",
        vehicle: $"({alias}.region = ?1 AND {alias}.id IN (SELECT distributor FROM vehicles WHERE id = ?2))");

    /// <summary>Rows of reps with columns id, region and distributor.</summary>
    public static string Reps(ReadScope scope, string alias) => Of(
        scope,
        whole: $"({alias}.region = ?1 AND ?2 IS NULL)",
        distributor: $"({alias}.region = ?1 AND {alias}.distributor = ?2)",
        rep: $"({alias}.region = ?1 AND {alias}.id = ?2)",
        vehicle: Nothing);

    /// <summary>Rows of vehicles with columns id, region and distributor.</summary>
    public static string Vehicles(ReadScope scope, string alias) => Of(
        scope,
        whole: $"({alias}.region = ?1 AND ?2 IS NULL)",
        distributor: $"({alias}.region = ?1 AND {alias}.distributor = ?2)",
        rep: Nothing,
        vehicle: $"({alias}.region = ?1 AND {alias}.id = ?2)");

    private static string Of(ReadScope scope, string whole, string distributor, string rep, string vehicle)
    {
        if (scope.Distributor is not null)
            return distributor;
        if (scope.Rep is not null)
            return rep;
        return scope.Vehicle is not null ? vehicle : scope.IsWholeRegion ? whole : Nothing;
    }
}
