using Territory.Model.Geography;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Makes an outlet of a tagged node or way.</summary>
internal sealed class OutletReader(OsmImportCounts counts)
{
    /// <summary>Null when the object is no outlet.</summary>
    public OsmOutlet? Read(string id, GeoPoint location, OsmTags tags)
    {
        if (OutletTagReader.KindOf(tags) is not { } found)
            return null;
        var outlet = new OsmOutlet
        {
            Id = id,
            Name = tags.First("name", "name:zh", "name:en"),
            NameZh = tags.First("name:zh"),
            NameEn = tags.First("name:en"),
            Brand = tags.First("brand"),
            Kind = found.Kind,
            Tag = found.Tag,
            Location = location,
            OpeningHoursText = tags.First("opening_hours"),
            Phone = tags.First("phone", "contact:phone", "mobile", "contact:mobile"),
            Address = OutletTagReader.Address(tags),
        };
        if (outlet.OpeningHoursText is not { } text)
            return outlet;
        if (!OpeningHoursParser.TryParse(text, out var hours))
        {
            counts.Skip("opening_hours.unread");
            return outlet;
        }

        counts.OpeningHoursRead++;
        return outlet with { OpeningHours = hours };
    }
}
