using Territory.Model.Geography;
using Territory.Roads.Map;

namespace Territory.Roads.Osm;

/// <summary>Makes map features of kept ways and multipolygons.</summary>
internal sealed class FeatureAssembly(RelationPass relations, WayPass ways, NodeStore store, OsmImportCounts counts)
{
    public IEnumerable<MapFeature> All() => FromWays().Concat(FromRelations());

    private IEnumerable<MapFeature> FromWays()
    {
        foreach (var way in ways.Ways)
        {
            if ((way.Area ?? way.Line) is not { } kind)
                continue;
            var line = Points(Slots(way));
            if (line.Count >= (way.Area is null ? 2 : 4))
                yield return new MapFeature { Kind = kind, Parts = [line], Name = way.Name, NameEn = way.NameEn };
        }
    }

    private IEnumerable<MapFeature> FromRelations()
    {
        var byId = ways.Ways.Where(way => relations.AreaWays.Contains(way.Id)).GroupBy(way => way.Id).ToDictionary(group => group.Key, group => group.First());
        foreach (var area in relations.Areas)
        {
            var (outer, left) = RingAssembly.Join(WaySlots(area.Outer, byId));
            var (inner, innerLeft) = RingAssembly.Join(WaySlots(area.Inner, byId));
            counts.Skip("area.way.open", left + innerLeft);
            if (outer.Count > 0)
            {
                yield return new MapFeature
                {
                    Kind = area.Kind,
                    Parts = [.. outer.Select(Points)],
                    Holes = [.. inner.Select(Points)],
                    Name = area.Name,
                    NameEn = area.NameEn,
                };
            }
        }
    }

    private List<int[]> WaySlots(long[] ids, Dictionary<long, KeptWay> byId)
    {
        var found = new List<int[]>();
        foreach (var id in ids)
        {
            if (!byId.TryGetValue(id, out var way))
                continue;
            var slots = Slots(way).ToArray();
            if (slots.Length >= 2)
                found.Add(slots);
        }

        return found;
    }

    private IEnumerable<int> Slots(KeptWay way) =>
        Enumerable.Range(way.First, way.Count).Select(i => store.SlotOf(ways.References[i])).Where(store.Has);

    private IReadOnlyList<GeoPoint> Points(IEnumerable<int> slots) => [.. slots.Select(store.PointOf)];
}
