using System.Buffers.Binary;
using Territory.Dashboard.Live;

namespace Territory.Dashboard.Tests.Live;

/// <summary>What a page knows after its frames: written from docs/api.md alone, so that it checks the encoder.</summary>
internal sealed class ReceivedTables
{
    private readonly List<string> _moverIds = [];

    public Dictionary<string, (byte Kind, byte Activity, float Longitude, float Latitude, float Heading)> Movers { get; } = new(StringComparer.Ordinal);

    public Dictionary<uint, (ushort Cover, ushort Since, byte OutOfStock, byte Listed)> Outlets { get; } = [];

    public long LastSequence { get; private set; }

    public void Receive(LiveFrame frame)
    {
        frame.Sequence.ShouldBeGreaterThan(LastSequence);
        LastSequence = frame.Sequence;
        Receive(frame.Snapshot, frame.MoverIds, frame.Movers, frame.Outlets);
    }

    public void Receive(bool snapshot, IReadOnlyList<string>? moverIds, byte[]? movers, byte[]? outlets)
    {
        if (snapshot)
        {
            _moverIds.Clear();
            Movers.Clear();
        }

        _moverIds.AddRange(moverIds ?? []);
        for (var at = 0; movers is not null && at < movers.Length; at += 16)
        {
            var record = movers.AsSpan(at, 16);
            Movers[_moverIds[BinaryPrimitives.ReadUInt16LittleEndian(record)]] = (
                record[2], record[3], BinaryPrimitives.ReadSingleLittleEndian(record[4..]), BinaryPrimitives.ReadSingleLittleEndian(record[8..]),
                BinaryPrimitives.ReadSingleLittleEndian(record[12..]));
        }

        for (var at = 0; outlets is not null && at < outlets.Length; at += 10)
        {
            var record = outlets.AsSpan(at, 10);
            Outlets[BinaryPrimitives.ReadUInt32LittleEndian(record)] = (
                BinaryPrimitives.ReadUInt16LittleEndian(record[4..]), BinaryPrimitives.ReadUInt16LittleEndian(record[6..]), record[8], record[9]);
        }
    }
}
