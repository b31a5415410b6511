using System.Runtime.InteropServices;
using Territory.Roads.Network;

namespace Territory.Roads.Osm.Pbf;

/// <summary>Decodes the inner layer: primitive groups of nodes, dense nodes, ways and relations.</summary>
/// <remarks>
/// Source: the PBF format description of the OpenStreetMap wiki.
/// Limits: 65,536 nodes a way (the database allows 2,000); and, since a few bytes may name a long string again and again, 32 characters of tags a byte
/// of the block (real blocks have up to 1.5).
/// </remarks>
internal sealed class PrimitiveBlock
{
    private const int MaxWayNodes = 65_536;
    private const int MaxTextPerByte = 32;
    private const double NanoToStored = 1e9 / RoadTables.CoordinateScale;
    private readonly StringTable strings = new();
    private readonly OsmTags tags = new();
    private readonly List<long> references = [];
    private readonly List<RelationMember> members = [];
    private long granularity;
    private long latitudeOffset;
    private long longitudeOffset;
    private long maxText;

    /// <summary>Nodes whose coordinates are no place on earth; they are not visited.</summary>
    public long InvalidNodes { get; private set; }

    /// <summary>Ways with more nodes than a way may have; they are not visited.</summary>
    public long OverlongWays { get; private set; }

    /// <summary>Visits the wanted kinds and returns the kinds that the block holds.</summary>
    public ElementKinds Read(ReadOnlySpan<byte> content, ElementKinds wanted, IOsmVisitor visitor)
    {
        (granularity, latitudeOffset, longitudeOffset) = (100, 0, 0);
        maxText = (long)content.Length * MaxTextPerByte;
        tags.BeginBlock();
        strings.Clear();
        var reader = new WireReader(content);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    strings.Fill(reader.Bytes());
                    break;
                case 17:
                    granularity = reader.Int32();
                    break;
                case 19:
                    latitudeOffset = reader.Int64();
                    break;
                case 20:
                    longitudeOffset = reader.Int64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var kinds = ElementKinds.None;
        reader = new WireReader(content);
        while (reader.Next())
        {
            if (reader.Field == 2)
                kinds |= ReadGroup(reader.Message(), wanted, visitor);
            else
                reader.Skip();
        }

        return kinds;
    }

    private ElementKinds ReadGroup(WireReader reader, ElementKinds wanted, IOsmVisitor visitor)
    {
        var kinds = ElementKinds.None;
        while (reader.Next())
        {
            var kind = reader.Field switch
            {
                1 or 2 => ElementKinds.Nodes,
                3 => ElementKinds.Ways,
                4 => ElementKinds.Relations,
                _ => ElementKinds.None,
            };
            kinds |= kind;
            if ((kind & wanted) == ElementKinds.None)
            {
                reader.Skip();
                continue;
            }

            var message = reader.Message();
            if (reader.Field == 1)
                ReadNode(message, visitor);
            else if (reader.Field == 2)
                ReadDense(message, visitor);
            else if (kind == ElementKinds.Ways)
                ReadWay(message, visitor);
            else
                ReadRelation(message, visitor);
        }

        return kinds;
    }

    private void ReadNode(WireReader reader, IOsmVisitor visitor)
    {
        long id = 0, latitude = 0, longitude = 0;
        var keys = default(WireReader);
        var values = default(WireReader);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    id = reader.SInt64();
                    break;
                case 2:
                    keys = reader.Message();
                    break;
                case 3:
                    values = reader.Message();
                    break;
                case 8:
                    latitude = reader.SInt64();
                    break;
                case 9:
                    longitude = reader.SInt64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        ReadTags(keys, values);
        Visit(id, latitude, longitude, visitor);
    }

    private void ReadDense(WireReader reader, IOsmVisitor visitor)
    {
        var ids = default(WireReader);
        var latitudes = default(WireReader);
        var longitudes = default(WireReader);
        var tagIndexes = default(WireReader);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    ids = reader.Message();
                    break;
                case 8:
                    latitudes = reader.Message();
                    break;
                case 9:
                    longitudes = reader.Message();
                    break;
                case 10:
                    tagIndexes = reader.Message();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        long id = 0, latitude = 0, longitude = 0;
        while (!ids.IsAtEnd)
        {
            id += ids.SignedVarint();
            latitude += latitudes.SignedVarint();
            longitude += longitudes.SignedVarint();
            tags.Clear();
            while (!tagIndexes.IsAtEnd)
            {
                var key = tagIndexes.Varint();
                if (key == 0)
                    break;
                AddTag(key, tagIndexes.Varint());
            }

            Visit(id, latitude, longitude, visitor);
        }
    }

    private void Visit(long id, long latitude, long longitude, IOsmVisitor visitor)
    {
        var storedLatitude = Math.Round((latitudeOffset + ((double)granularity * latitude)) / NanoToStored);
        var storedLongitude = Math.Round((longitudeOffset + ((double)granularity * longitude)) / NanoToStored);
        if (Math.Abs(storedLatitude) <= 90 * RoadTables.CoordinateScale && Math.Abs(storedLongitude) <= 180 * RoadTables.CoordinateScale)
            visitor.Node(id, (int)storedLongitude, (int)storedLatitude, tags);
        else
            InvalidNodes++;
    }

    private void ReadWay(WireReader reader, IOsmVisitor visitor)
    {
        var way = new TaggedElement(reader, columns: 1);
        var nodes = way.Column8;
        references.Clear();
        long node = 0;
        while (!nodes.IsAtEnd && references.Count <= MaxWayNodes)
            references.Add(node += nodes.SignedVarint());
        if (references.Count > MaxWayNodes)
        {
            OverlongWays++;
            return;
        }

        ReadTags(way.Keys, way.Values);
        visitor.Way(way.Id, CollectionsMarshal.AsSpan(references), tags);
    }

    private void ReadRelation(WireReader reader, IOsmVisitor visitor)
    {
        var relation = new TaggedElement(reader, columns: 3);
        var roles = relation.Column8;
        var ids = relation.Column9;
        var types = relation.Column10;
        members.Clear();
        long member = 0;
        while (!ids.IsAtEnd)
        {
            member += ids.SignedVarint();
            var kind = types.Varint() switch
            {
                0 => ElementKinds.Nodes,
                1 => ElementKinds.Ways,
                2 => ElementKinds.Relations,
                var other => throw new PbfFormatException($"relation {relation.Id} has a member of unknown type {other}"),
            };
            members.Add(new RelationMember(kind, member, strings[roles.Varint()]));
        }

        ReadTags(relation.Keys, relation.Values);
        visitor.Relation(relation.Id, CollectionsMarshal.AsSpan(members), tags);
    }

    private void ReadTags(WireReader keys, WireReader values)
    {
        tags.Clear();
        while (!keys.IsAtEnd)
            AddTag(keys.Varint(), values.Varint());
    }

    private void AddTag(ulong key, ulong value)
    {
        tags.Add(strings[key], strings[value]);
        if (tags.TextLength > maxText)
            throw new PbfFormatException($"its tags have more than {MaxTextPerByte} characters a byte of the block, which no real extract has");
    }
}
