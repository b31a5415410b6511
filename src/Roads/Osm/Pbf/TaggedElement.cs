namespace Territory.Roads.Osm.Pbf;

/// <summary>What ways and relations have in common on the wire: an id, tags as indexes of strings, and columns of packed numbers from field 8 on.</summary>
internal readonly ref struct TaggedElement
{
    /// <param name="columns">How many columns the kind of element has, 1 to 3; the fields after them are passed over.</param>
    public TaggedElement(WireReader reader, int columns)
    {
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    Id = reader.Int64();
                    break;
                case 2:
                    Keys = reader.Message();
                    break;
                case 3:
                    Values = reader.Message();
                    break;
                case 8:
                    Column8 = reader.Message();
                    break;
                case 9 when columns >= 2:
                    Column9 = reader.Message();
                    break;
                case 10 when columns >= 3:
                    Column10 = reader.Message();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    public long Id { get; }

    public WireReader Keys { get; }

    public WireReader Values { get; }

    public WireReader Column8 { get; }

    public WireReader Column9 { get; }

    public WireReader Column10 { get; }
}
