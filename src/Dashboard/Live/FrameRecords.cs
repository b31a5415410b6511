using System.Buffers.Binary;
using Territory.Contracts.Territories;

namespace Territory.Dashboard.Live;

/// <summary>The packed records of a frame, little-endian.</summary>
internal static class FrameRecords
{
    /// <summary>uint16 index, uint8 kind, uint8 activity, float32 longitude, latitude and heading.</summary>
    public const int MoverBytes = 16;

    /// <summary>uint32 index, uint16 cover days in tenths, uint16 days since the last visit, uint8 out of stock, uint8 listed.</summary>
    public const int OutletBytes = 10;

    /// <summary>Nothing sells, or never visited.</summary>
    public const ushort None = ushort.MaxValue;

    public const int MaxMovers = ushort.MaxValue;

    public static void WriteMover(Span<byte> to, int index, in MoverPosition mover)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(to, (ushort)index);
        to[2] = (byte)mover.Kind;
        to[3] = (byte)mover.Activity;
        BinaryPrimitives.WriteSingleLittleEndian(to[4..], (float)mover.Longitude);
        BinaryPrimitives.WriteSingleLittleEndian(to[8..], (float)mover.Latitude);
        BinaryPrimitives.WriteSingleLittleEndian(to[12..], mover.HeadingDegrees);
    }

    public static void WriteOutlet(Span<byte> to, int index, in OutletFigures figures)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)index);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], figures.CoverTenths);
        BinaryPrimitives.WriteUInt16LittleEndian(to[6..], figures.SinceVisitDays);
        to[8] = figures.OutOfStock;
        to[9] = figures.Listed;
    }
}

/// <summary>An outlet's figures as a frame carries them.</summary>
internal readonly record struct OutletFigures(ushort CoverTenths, ushort SinceVisitDays, byte OutOfStock, byte Listed)
{
    public static OutletFigures Of(ReadModel.Queries.OutletRow row, DateOnly today) => new(
        row.CoverDays is { } cover ? (ushort)Math.Clamp(Math.Round(cover * 10), 0, FrameRecords.None - 1) : FrameRecords.None,
        row.DaysSinceVisit(today) is { } days ? (ushort)Math.Min(days, FrameRecords.None - 1) : FrameRecords.None,
        (byte)Math.Min(row.OutOfStock, byte.MaxValue),
        (byte)Math.Min(row.Listed, byte.MaxValue));
}
