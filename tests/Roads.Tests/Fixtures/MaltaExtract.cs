using Territory.Roads.Osm;

[assembly: AssemblyFixture(typeof(Territory.Roads.Tests.Fixtures.MaltaExtract))]

namespace Territory.Roads.Tests.Fixtures;

/// <summary>The Malta extract, imported once for all tests that read it.</summary>
public sealed class MaltaExtract
{
    private readonly Lazy<OsmExtract> extract = new(() => OsmImporter.Import(SharedData.Roads("malta-2018.osm.pbf")));

    public OsmExtract Extract
    {
        get
        {
            _ = SharedData.Roads("malta-2018.osm.pbf");
            return extract.Value;
        }
    }
}
