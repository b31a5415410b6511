using Territory.Model.Ids;

namespace Territory.Dashboard.Attachments;

/// <summary>Pictures of drops and drawn signatures, a file each in a folder for each region; what is acknowledged is on disk.</summary>
public sealed class AttachmentStore(string folder) : IDisposable
{
    /// <summary>One at a time: of two pictures under one id only one may be acknowledged.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    /// <summary>Keeps a picture under an id. The same again changes nothing.</summary>
    /// <returns>False when another picture has the id.</returns>
    public async Task<bool> PutAsync(RegionId region, CommandId id, PictureFormat format, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await PutInTurnAsync(region, id, format, content, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<bool> PutInTurnAsync(RegionId region, CommandId id, PictureFormat format, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = PathOf(region, id, format);
        if (File.Exists(path))
        {
            var kept = await File.ReadAllBytesAsync(path, cancellationToken);
            return content.Span.SequenceEqual(kept);
        }

        if (Find(region, id) is not null)
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // What a crash left of an earlier attempt is written over.
        var next = path + ".next";
        await using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            await file.WriteAsync(content, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
        return true;
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

    // A region's id may hold what a file name may not; an id of a command is a UUID and nothing else.
    private string PathOf(RegionId region, CommandId id, PictureFormat format) =>
        Path.Combine(folder, Uri.EscapeDataString(region.Value).Replace(".", "%2E", StringComparison.Ordinal), $"{id.Value:N}.{format.Extension}");
}
