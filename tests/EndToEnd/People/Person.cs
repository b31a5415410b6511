namespace Territory.EndToEnd.People;

/// <summary>Someone who uses the product.</summary>
internal sealed record Person(string Name, string Email, string Password)
{
    public static readonly Person Administrator = new("林静", "lin@example.com", "clear water over stones");

    public static Person Named(string name) => new(name, $"{Guid.NewGuid():N}@example.com", "seven bridges in the rain");
}
