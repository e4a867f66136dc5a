using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Gateway.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tenants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                table: "api_keys",
                type: "TEXT",
                nullable: false,
                defaultValue: "principal");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Tenant",
                table: "api_keys");
        }
    }
}
