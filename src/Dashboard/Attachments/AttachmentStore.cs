using Territory.Model.Ids;

namespace Territory.Dashboard.Attachments;

/// <summary>Pictures of drops and drawn signatures, a file each in a folder for each region; what is acknowledged is on disk.</summary>
public sealed class AttachmentStore(string folder) : IDisposable
{
    /// <summary>One at a time: of two pictures under one id only one may be acknowledged.</summary>
    private readonly SemaphoreSlim _turn = new(1);
    private readonly AttachmentQuota _quota = new(folder);

    public void Dispose() => _turn.Dispose();

    /// <summary>Keeps a picture under an id. The same again changes nothing.</summary>
    /// <param name="owner">Whose quota of the day it counts for.</param>
    public async Task<AttachmentPut> PutAsync(
        RegionId region, string owner, DateOnly day, CommandId id, PictureFormat format, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await PutInTurnAsync(region, owner, day, id, format, content, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<AttachmentPut> PutInTurnAsync(
        RegionId region, string owner, DateOnly day, CommandId id, PictureFormat format, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = PathOf(region, id, format);
        if (File.Exists(path))
        {
            var kept = await File.ReadAllBytesAsync(path, cancellationToken);
            return content.Span.SequenceEqual(kept) ? AttachmentPut.Kept : AttachmentPut.OtherContent;
        }

        if (Find(region, id) is not null)
            return AttachmentPut.OtherContent;
        if (!_quota.Take(region, owner, day, id, content.Length))
            return AttachmentPut.OverQuota;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // What a crash left of an earlier attempt is written over.
        var next = path + ".next";
        await using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            await file.WriteAsync(content, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
        return AttachmentPut.Kept;
    }

    /// <summary>The file of a picture and its format; null when there is none.</summary>
    public (string Path, PictureFormat Format)? Find(RegionId region, CommandId id)
    {
        foreach (var format in PictureFormat.All)
        {
            if (PathOf(region, id, format) is var path && File.Exists(path))
                return (path, format);
        }

        return null;
    }

    /// <summary>A file name for an id, which may hold what a file name may not.</summary>
    internal static string NameOf(string id) => Uri.EscapeDataString(id).Replace(".", "%2E", StringComparison.Ordinal);

    // An id of a command is a UUID and nothing else.
    private string PathOf(RegionId region, CommandId id, PictureFormat format) =>
        Path.Combine(folder, NameOf(region.Value), $"{id.Value:N}.{format.Extension}");
}
