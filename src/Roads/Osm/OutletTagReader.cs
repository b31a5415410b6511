using Territory.Model.Terminals;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Which map objects are outlets, and of which kind.</summary>
internal static class OutletTagReader
{
    /// <summary>Null when the object is no outlet.</summary>
    public static (TerminalKind Kind, string Tag)? KindOf(OsmTags tags)
    {
        if (tags["shop"] is { } shop && shop is not ("no" or "vacant" or "none" or "disused" or "empty"))
            return (KindOfShop(shop), $"shop={shop}");
        TerminalKind? kind = tags["amenity"] switch
        {
            "restaurant" or "cafe" or "fast_food" or "food_court" or "ice_cream" => TerminalKind.Restaurant,
            "bar" or "pub" or "nightclub" or "biergarten" => TerminalKind.Nightlife,
            "marketplace" => TerminalKind.Wholesale,
            "fuel" or "pharmacy" => TerminalKind.Special,
            _ => null,
        };
        return kind is { } known ? (known, $"amenity={tags["amenity"]}") : null;
    }

    public static string? Address(OsmTags tags)
    {
        if (tags.First("addr:full") is { } full)
            return full;
        var street = tags.First("addr:street", "addr:place");
        var number = tags.First("addr:housenumber");
        if (street is null)
            return tags.First("addr:housename");
        if (number is null)
            return street;
        return street.Any(letter => letter is >= '\u4E00' and <= '\u9FFF') ? street + number : $"{street} {number}";
    }

    /// <summary>Shops for food and daily goods by their kind; every other trade is a special channel (特通).</summary>
    private static TerminalKind KindOfShop(string shop) => shop switch
    {
        "convenience" => TerminalKind.Convenience,
        "supermarket" or "department_store" or "mall" or "hypermarket" => TerminalKind.Supermarket,
        "wholesale" or "trade" => TerminalKind.Wholesale,
        "yes" or "general" or "kiosk" or "grocery" or "food" or "greengrocer" or "farm" or "butcher" or "bakery" or "pastry" or "confectionery"
            or "chocolate" or "deli" or "dairy" or "cheese" or "seafood" or "fishmonger" or "frozen_food" or "health_food" or "nuts" or "spices"
            or "rice" or "pasta" or "alcohol" or "beverages" or "wine" or "water" or "tea" or "coffee" or "tobacco" or "newsagent" or "variety_store"
            or "country_store" or "chemist" or "household" => TerminalKind.Grocery,
        _ => TerminalKind.Special,
    };
}
