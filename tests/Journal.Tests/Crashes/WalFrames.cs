using System.Buffers.Binary;

namespace Territory.Journal.Tests.Crashes;

/// <summary>
/// The frames of a write-ahead log, read from the published file format (sqlite.org, "WAL-mode File Format"): a header of 32 bytes, then frames of
/// 24 bytes and a page; a frame whose second word is not zero ends a commit. Frames of an earlier use of the file carry other salts.
/// </summary>
internal sealed class WalFrames
{
    public const int HeaderBytes = 32;
    public const int FrameHeaderBytes = 24;

    public WalFrames(ReadOnlySpan<byte> log)
    {
        (BinaryPrimitives.ReadUInt32BigEndian(log) & ~1u).ShouldBe(0x377F0682u);
        var pageBytes = (int)BinaryPrimitives.ReadUInt32BigEndian(log[8..]);
        FrameBytes = FrameHeaderBytes + pageBytes;
        var salts = log.Slice(16, 8);
        for (var offset = HeaderBytes; offset + FrameBytes <= log.Length && log.Slice(offset + 8, 8).SequenceEqual(salts); offset += FrameBytes)
        {
            Ends.Add(offset + FrameBytes);
            if (BinaryPrimitives.ReadUInt32BigEndian(log[(offset + 4)..]) != 0)
                CommitEnds.Add(offset + FrameBytes);
        }
    }

    public int FrameBytes { get; }

    /// <summary>Where each frame ends, in bytes from the start of the file.</summary>
    public List<int> Ends { get; } = [];

    /// <summary>Where each commit ends.</summary>
    public List<int> CommitEnds { get; } = [];
}
