using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Gateway.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Tenants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                schema: "gateway",
                table: "api_keys",
                type: "text",
                nullable: false,
                defaultValue: "principal");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Tenant",
                schema: "gateway",
                table: "api_keys");
        }
    }
}
