using System.Security.Cryptography;
using System.Text;

namespace Loim.Tracker;

/// <summary>
/// Opens the endpoints to the security server alone: it is the part of their address that nobody else knows. The security
/// server authenticates those who ask; the house cannot.
/// </summary>
internal sealed class TrackerKey(string? key)
{
    private const int Shortest = 32;

    /// <returns>False for everybody where no key of 32 characters or more is set.</returns>
    public bool Opens(string given) =>
        key?.Length >= Shortest && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
