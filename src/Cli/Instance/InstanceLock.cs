using System.Security.Cryptography;
using System.Text.Json;
using Territory.Model.Problems;

namespace Territory.Cli.Instance;

/// <summary>Marks a data directory as owned by one process, and tells other commands of the same user where that process listens.</summary>
/// <remarks>
/// The lock is an exclusive hold on <c>instance.lock</c>, which the operating system releases when the process dies however it dies.
/// Address and token stand beside it in <c>instance.json</c>, readable by the owner only.
/// </remarks>
internal sealed class InstanceLock : IDisposable
{
    private const int TokenBytes = 32;

    // What the file system says when another process holds the file: ERROR_SHARING_VIOLATION, or EWOULDBLOCK of flock.
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private readonly FileStream hold;
    private readonly string addressFile;

    private InstanceLock(FileStream hold, string addressFile)
    {
        this.hold = hold;
        this.addressFile = addressFile;
    }

    public string Token { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>Takes the directory, or returns null when another process has it.</summary>
    /// <exception cref="InvalidInputException">The directory cannot be made or written to.</exception>
    public static InstanceLock? TryTake(string dataDirectory)
    {
        try
        {
            // What a territory keeps is its owner's: hashes of passwords, keys of cookies, whom the outlets owe.
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(dataDirectory);
            else
                Directory.CreateDirectory(dataDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var taken = new FileStream(Path.Combine(dataDirectory, "instance.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // An address that a killed process has left behind is nobody's, or by now a stranger's.
            File.Delete(AddressFile(dataDirectory));
            return new InstanceLock(taken, AddressFile(dataDirectory));
        }
        catch (IOException failure) when (failure.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Problem("data.not-writable", $"The data directory cannot be used: {failure.Message}", dataDirectory));
        }
    }

    /// <summary>The instance that owns the directory; null when none answers there yet.</summary>
    public static InstanceAddress? Read(string dataDirectory)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(AddressFile(dataDirectory)), InstanceJson.Default.InstanceAddress);
        }
        catch (Exception failure) when (failure is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Publishes where this process listens.</summary>
    public void Announce(string address)
    {
        File.Delete(addressFile);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(addressFile, options);
        JsonSerializer.Serialize(stream, new InstanceAddress(address, Token, Environment.ProcessId), InstanceJson.Default.InstanceAddress);
    }

    public void Dispose()
    {
        File.Delete(addressFile);
        hold.Dispose();
    }

    private static string AddressFile(string dataDirectory) => Path.Combine(dataDirectory, "instance.json");
}
