using System.Globalization;
using Territory.Model.Ids;

namespace Territory.Dashboard.Attachments;

/// <summary>How much one vehicle, or one rep, keeps on one day.</summary>
/// <remarks>
/// A picture and a signature at each of a hundred and fifty stops. The ledger is a line a picture in a file for each owner and day; a line is on
/// disk before its picture, so that a crash in between counts what is not there, and the picture sent again is not counted twice.
/// </remarks>
public sealed class AttachmentQuota(string folder)
{
    public const int MostPictures = 300;
    public const long MostBytes = 60L * 1024 * 1024;

    /// <summary>Takes room for a picture; false where there is none left.</summary>
    public bool Take(RegionId region, string owner, DateOnly day, CommandId id, int bytes)
    {
        var path = PathOf(region, owner, day);
        var taken = File.Exists(path) ? File.ReadAllLines(path).Select(line => line.Split(' ')).Where(line => line.Length == 2).ToList() : [];
        var name = id.Value.ToString("N");
        if (taken.Exists(line => line[0] == name))
            return true;
        if (taken.Count >= MostPictures || taken.Sum(line => long.Parse(line[1], CultureInfo.InvariantCulture)) + bytes > MostBytes)
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
        using var writer = new StreamWriter(file);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{name} {bytes}\n"));
        writer.Flush();
        file.Flush(flushToDisk: true);
        return true;
    }

    private string PathOf(RegionId region, string owner, DateOnly day) => Path.Combine(
        folder, AttachmentStore.NameOf(region.Value), "taken", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"{AttachmentStore.NameOf(owner)}.txt");
}
