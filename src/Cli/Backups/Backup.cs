using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Territory.Cli.Instance;
using Territory.Journal.Sqlite;
using Territory.Model.Problems;
using Territory.Silo;

namespace Territory.Cli.Backups;

/// <summary>A backup is a zip of the data directory: databases as consistent online copies, other files as they are, and a manifest with the journal position.</summary>
internal static class Backup
{
    private const string ManifestName = "manifest.json";
    private const string JournalName = SiloSettings.JournalName;
    private const string IdentityName = DataDirectory.IdentityName;
    private const int Version = 1;

    private static readonly string[] Folders = ["regions", "attachments", "keys", "webhooks"];

    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static async Task<BackupSummary> WriteAsync(OpenTerritory territory, string path, CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("territory-backup-");
        var partial = path + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var journal = territory.Get<SqliteJournal>();
            var journalCopy = Path.Combine(scratch.FullName, JournalName);
            var position = await journal.BackupAsync(journalCopy, cancellationToken);
            var files = new List<(string Name, string Source)> { (JournalName, journalCopy) };
            if (File.Exists(Path.Combine(territory.DataDirectory, IdentityName)))
                files.Add((IdentityName, CopyDatabase(Path.Combine(territory.DataDirectory, IdentityName), Path.Combine(scratch.FullName, IdentityName))));
            foreach (var folder in Folders)
                files.AddRange(FilesUnder(territory.DataDirectory, folder));
            await using (var stream = new FileStream(partial, OwnersOnly()))
            await using (var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
            {
                foreach (var (name, source) in files)
                    await zip.CreateEntryFromFileAsync(source, name, CompressionLevel.Fastest, cancellationToken);
                await using var manifest = await zip.CreateEntry(ManifestName).OpenAsync(cancellationToken);
                await JsonSerializer.SerializeAsync(manifest, new BackupManifest(Version, position, [.. files.Select(file => file.Name)]), BackupJson.Default.BackupManifest, cancellationToken);
            }

            File.Move(partial, path, overwrite: true);
            return new BackupSummary(position, new FileInfo(path).Length, files.Count);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Problem("backup.not-writable", $"The backup cannot be written: {failure.Message}", path));
        }
        finally
        {
            if (File.Exists(partial))
                File.Delete(partial);
            scratch.Delete(recursive: true);
        }
    }

    /// <exception cref="InvalidInputException">The file is no backup, or the directory already holds a territory.</exception>
    public static async Task<BackupSummary> ReadAsync(string path, string dataDirectory, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(dataDirectory, JournalName)))
            throw new InvalidInputException(new Problem("restore.not-empty", "The data directory already holds a territory; restore into an empty one.", dataDirectory));
        var unpacked = Path.Combine(dataDirectory, ".restore");
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, cancellationToken);
            var manifest = await ReadManifestAsync(zip, path, cancellationToken);
            var root = Path.GetFullPath(unpacked) + Path.DirectorySeparatorChar;
            foreach (var name in manifest.Files)
            {
                var entry = zip.GetEntry(name) ?? throw Damaged(path, $"it lacks {name}");
                var target = Path.GetFullPath(Path.Combine(unpacked, name));
                if (!target.StartsWith(root, StringComparison.Ordinal))
                    throw Damaged(path, $"it names a file outside of itself, {name}");
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await entry.ExtractToFileAsync(target, overwrite: true, cancellationToken);
            }

            CheckDatabase(Path.Combine(unpacked, JournalName), path);
            // The journal goes last: a directory without it is empty to every command, so an interrupted restore can be repeated.
            foreach (var name in manifest.Files.OrderBy(name => name == JournalName))
            {
                var target = Path.Combine(dataDirectory, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(Path.Combine(unpacked, name), target, overwrite: true);
            }

            return new BackupSummary(manifest.Position, new FileInfo(path).Length, manifest.Files.Count);
        }
        catch (InvalidDataException failure)
        {
            throw Damaged(path, failure.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Problem("restore.not-writable", $"The backup cannot be unpacked there: {failure.Message}", dataDirectory));
        }
        finally
        {
            if (Directory.Exists(unpacked))
                Directory.Delete(unpacked, recursive: true);
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await (zip.GetEntry(ManifestName) ?? throw Damaged(path, "it has no manifest")).OpenAsync(cancellationToken);
            var manifest = await JsonSerializer.DeserializeAsync(stream, BackupJson.Default.BackupManifest, cancellationToken);
            if (manifest is not { Version: Version })
                throw Damaged(path, "another version of the format wrote it");
            // The members of a JSON object may be absent whatever their types say.
            IReadOnlyList<string?> files = manifest.Files ?? [];
            if (!files.Contains(JournalName))
                throw Damaged(path, $"its manifest names no {JournalName}");
            if (files.FirstOrDefault(name => !IsOurs(name ?? "")) is { } stranger)
                throw Damaged(path, $"it names a file that no territory has, {stranger}");
            if (files.Contains(null) || files.Distinct(StringComparer.OrdinalIgnoreCase).Count() < files.Count)
                throw Damaged(path, "its manifest names a file twice, or names nothing");
            return manifest;
        }
        catch (JsonException failure)
        {
            throw Damaged(path, failure.Message);
        }
    }

    private static bool IsOurs(string name) =>
        name is JournalName or IdentityName || (!name.EndsWith('/') && Folders.Any(folder => name.StartsWith(folder + "/", StringComparison.Ordinal)));

    private static void CheckDatabase(string file, string path)
    {
        try
        {
            using var database = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            database.Open();
            using var check = database.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (check.ExecuteScalar() is not "ok")
                throw Damaged(path, $"its {JournalName} is damaged");
        }
        catch (SqliteException failure)
        {
            throw Damaged(path, $"its {JournalName} is no database ({failure.Message.TrimEnd('.')})");
        }
    }

    /// <summary>A backup holds hashes of passwords and the keys of cookies.</summary>
    private static FileStreamOptions OwnersOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static InvalidInputException Damaged(string path, string how) =>
        new(new Problem("restore.not-a-backup", $"The file is not a usable backup: {how.TrimEnd('.')}.", path));

    private static IEnumerable<(string Name, string Source)> FilesUnder(string dataDirectory, string folder)
    {
        var root = Path.Combine(dataDirectory, folder);
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(dataDirectory, file).Replace('\\', '/'), file))
            : [];
    }

    private static string CopyDatabase(string source, string target)
    {
        using var from = new SqliteConnection($"Data Source={source};Mode=ReadOnly;Pooling=False");
        using var to = new SqliteConnection($"Data Source={target};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return target;
    }
}
